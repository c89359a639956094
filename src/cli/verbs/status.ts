import type { Command } from 'commander';
import { inEnglish } from '../../text/tell';
import { readInventory } from '../../nodes/inventory-file';
import { status, type StatusRow as Row } from '../../report/status';
import { containerRows, LISTING, parseListing, unknownRows, type Listed } from '../container-rows';
import { backendContext, createContext, type Context } from '../context';
import { phrase } from '../../text/text';
import { helpEnd } from '../help';
import { say } from '../../i18n/say';

/** `lab status`: nodes and containers, as they are now. */
export function register(command: Command): void {
  command
    .option('--json', say('as JSON'), false)
    .addHelpText('after', helpEnd({ examples: ['./lab status', './lab status --json'] }))
    .action(async ({ json }: { json: boolean }) => {
      const context = await createContext();
      const rows = await collect(context);
      context.io.print(json ? JSON.stringify(rows, inEnglish, 2) : status(rows, context.io.width));
      if (rows.some(({ state }) => state === UNREACHABLE)) process.exitCode = 3;
    });
}

const UNREACHABLE = 'unreachable';

async function collect(context: Context): Promise<Row[]> {
  const nodes = await context.backend.status(backendContext(context));
  const found = await Promise.all(
    nodes.map(async ({ name, state }) =>
      state === 'up' ? containersOn(context, name) : undefined,
    ),
  );
  const listed = new Map(
    nodes.flatMap(({ name }, index) => {
      const all = found[index];
      return typeof all === 'object' ? [[name, all] as const] : [];
    }),
  );
  const containers = containerRows(context.lab, listed);
  return nodes.flatMap(({ name, state, detail }, index): Row[] => {
    const silent = found[index] === 'silent';
    if (silent || state === UNREACHABLE) {
      const why = silent ? phrase('its engine does not answer: ./lab nodes up') : detail;
      const row: Row = { what: 'node', name, node: name, state: UNREACHABLE, detail: why };
      return [row, ...unknownRows(context.lab, name)];
    }
    return [
      { what: 'node', name, node: name, state, detail },
      ...containers.filter(({ node }) => node === name),
    ];
  });
}

/** Milliseconds in which an engine that is up lists its containers. */
const PATIENCE = 8_000;

/** Undefined where the inventory does not tell how to ask. */
async function containersOn(
  { paths, run }: Context,
  node: string,
): Promise<readonly Listed[] | 'silent' | undefined> {
  const host = readInventory(paths.inventory)?.nodes.find(({ name }) => name === node)?.dockerHost;
  if (host === undefined) return undefined;
  const argv = ['docker', '--host', host, 'ps', '--all', '--format', LISTING];
  const { stdout, failure } = await run(argv, { timeout: PATIENCE });
  return failure === undefined ? parseListing(stdout) : 'silent';
}
