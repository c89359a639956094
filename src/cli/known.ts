import { readStates } from '../observe/facts';
import { place, type Placed } from '../observe/place';
import type { States } from '../observe/state';
import { toFacts } from '../observe/to-facts';
import type { Facts } from '../network/facts';
import type { Lab } from '../topology/lab';
import type { Inventory } from '../nodes/inventory';
import { readInventory } from '../nodes/inventory-file';
import { LabError } from '../platform/errors';
import type { Run } from '../platform/run';
import { readLastCheck } from './check-run';
import type { Context } from './context';
import { type Text, isText, phrase } from '../text/text';

/** What is known of the running lab for a prediction, as a check would know it. */
export interface Known {
  readonly source: 'engines' | 'last check' | 'topology';
  /** With its replicas where they are. */
  readonly lab: Lab;
  /** Undefined where only the topology is known. */
  readonly facts: Facts | undefined;
  /** Where that comes from, in one line for a person. */
  readonly line: Text;
}

type Given = Pick<Context, 'lab' | 'paths' | 'run'> & Partial<Pick<Context, 'source'>>;

/** Milliseconds in which every node must have told. */
const PATIENCE = 6_000;

/**
 * What the engines say now, where every node tells in time; else what the last check saw; else nothing but the topology.
 * Never fails for what is not there.
 */
export async function known(context: Given): Promise<Known> {
  const { lab, source } = context;
  if (source?.kind === 'engine') {
    const values = {
      engine: source.label,
      version: source.facts?.nodes[lab.nodes[0]!.name]?.engine ?? '',
    };
    const line = phrase('As {engine} runs it (Docker {version}).', values);
    return { source: 'engines', lab, facts: source.facts, line };
  }
  if (source !== undefined) {
    const values = { file: source.label, engine: lab.nodes[0]?.engine ?? '' };
    const line = phrase('As {file} has it, for engine {engine}.', values);
    return { source: 'topology', lab, facts: undefined, line };
  }
  const now = await askNodes(context);
  if (!isText(now)) {
    return {
      source: 'engines',
      ...withFacts(place(lab, now)),
      line: phrase('As the engines say now.'),
    };
  }
  const why = now;
  const last = readLastCheck(context);
  if (last?.states === undefined) {
    const line = phrase('As the topology alone has it: {why}.', { why });
    return { source: 'topology', lab, facts: undefined, line };
  }
  const states = new Map(last.states.map((state) => [state.node, state]));
  const values = { when: last.startedAt, why };
  return {
    source: 'last check',
    ...withFacts(place(lab, states)),
    line: phrase('As the last check saw it ({when}): {why}.', values),
  };
}

const withFacts = (placed: Placed) => ({ lab: placed.lab, facts: toFacts(placed) });

/** The nodes' states, or why they are not known. */
async function askNodes({ lab, paths, run }: Given): Promise<States | Text> {
  const inventory = inventoryAt(paths.inventory);
  if (inventory === undefined) return phrase('no nodes were brought up');
  if (isText(inventory)) return inventory;
  const patient: Run = (argv, options) => run(argv, { ...options, timeout: PATIENCE });
  const states = await readStates(lab, inventory, patient);
  const silent = [...states.values()].find(({ problem }) => problem !== undefined);
  return silent === undefined
    ? states
    : phrase('{what}: {why}', { what: silent.node, why: silent.problem ?? '' });
}

function inventoryAt(file: string): Inventory | Text | undefined {
  try {
    return readInventory(file);
  } catch (error) {
    if (error instanceof LabError) return error.what;
    throw error;
  }
}
