import { statSync } from 'node:fs';
import { readStates } from '../../observe/facts';
import type { States } from '../../observe/state';
import { readInventory } from '../../nodes/inventory-file';
import { embedJson, htmlPage } from '../../report/html/page';
import { LabError } from '../../platform/errors';
import type { Run } from '../../platform/run';
import { measure, readLastCheck } from '../check-run';
import { backendContext, type Context } from '../context';
import { dataOf, nothingYet } from './data';
import { EVENTS_PATH, serveLive, type LiveServer } from './server';
import type { Address } from './guard';

export interface WatchOptions {
  readonly address: Address;
  readonly exposed: boolean;
  /** Milliseconds between checks of its own; 0 for none. */
  readonly every: number;
}

/** Milliseconds between looks at the nodes, and at results of other commands. */
const LOOK = 3000;

/** The live view: its own checks and those of other commands, and what the nodes are like between them. */
export async function watch(outer: Context, options: WatchOptions): Promise<LiveServer> {
  const ending = new AbortController();
  const { signal } = ending;
  const run: Run = (argv, more) => outer.run(argv, { ...more, signal });
  const context: Context = { ...outer, run };
  const { lab, paths } = context;
  const known = readLastCheck(context);
  let data = await (known === undefined ? nothingYet(lab) : dataOf(known));
  let shown = modified(paths.lastCheck);
  let states: Record<string, string> = {};
  let problem: string | undefined;
  let checking = false;
  const server = await serveLive({ ...options, page: () => htmlPage(data, { live: EVENTS_PATH }) });

  const tell = (): void => server.send('status', JSON.stringify({ checking, problem, states }));
  const show = async (): Promise<void> => {
    const last = readLastCheck(context);
    if (last === undefined) return;
    shown = modified(paths.lastCheck);
    data = await dataOf(last);
    server.send('result', embedJson(data));
  };

  async function check(): Promise<void> {
    checking = true;
    tell();
    try {
      await measure(context, {
        signal,
        onStates(read) {
          states = statesOf(read);
          tell();
        },
      });
      problem = undefined;
      await show();
    } catch (error) {
      problem = inWords(error);
    }
    checking = false;
    tell();
  }

  async function look(): Promise<void> {
    if (modified(paths.lastCheck) !== shown) await show();
    const inventory = readInventory(paths.inventory);
    const nodes = await context.backend.status(backendContext(context));
    const read = inventory === undefined ? new Map() : await readStates(lab, inventory, run);
    const next = {
      ...statesOf(read as States),
      ...Object.fromEntries(nodes.map(({ name, state }) => [name, state])),
    };
    if (JSON.stringify(next) === JSON.stringify(states)) return;
    states = next;
    tell();
  }

  // One thing after the other: a check and a look at the same time would only wait for each other.
  async function work(): Promise<void> {
    let due = 0;
    while (!signal.aborted) {
      try {
        if (options.every > 0 && Date.now() >= due) {
          await check();
          due = Date.now() + options.every;
        } else await look();
      } catch (error) {
        problem = inWords(error);
        tell();
      }
      await pause();
    }
  }
  let wake = (): void => undefined;
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, LOOK);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const done = work();
  return {
    ...server,
    async close() {
      // What runs on the nodes is ended, too.
      ending.abort();
      wake();
      await server.close();
      await done;
    },
  };
}

/** Docker's own word for each container. */
function statesOf(states: States): Record<string, string> {
  return Object.fromEntries(
    [...states.values()].flatMap(({ node, problem, containers }) => [
      [node, problem === undefined ? 'up' : 'down'] as const,
      ...containers.map(({ name, status }) => [name, status] as const),
    ]),
  );
}

function modified(file: string): number {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

const inWords = (error: unknown): string =>
  error instanceof LabError || error instanceof Error ? error.message : String(error);
