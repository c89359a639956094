import { isDeepStrictEqual } from 'node:util';
import { runCheck } from '../verdict/check';
import type { CheckResult } from '../verdict/result';
import type { NodeState, States } from '../observe/state';
import type { Lab } from '../topology/lab';
import { readSealed, writeSealed } from '../platform/sealed-file';
import type { Found } from '../platform/whole-file';
import { runningNodes, type Context } from './context';
import { discreet } from './discreet';

/** Raised with every change of what is remembered: a result of another version is as good as none. */
const SCHEMA = 6;

/** A result with what it was measured on, as it is remembered. */
export interface LastCheck extends CheckResult {
  /** The lab as the topology described it then, made discreet. */
  readonly topology: Lab;
  readonly states: readonly NodeState[];
}

export interface MeasureOptions {
  /** Called with what is on the nodes as soon as it is known. */
  readonly onStates?: (states: States) => void;
  /** Once it is aborted nothing is remembered: what was measured may be cut short. @throws its reason */
  readonly signal?: AbortSignal;
}

/** Measures the running lab and remembers the result. */
export async function measure(
  context: Context,
  { onStates, signal }: MeasureOptions = {},
): Promise<CheckResult> {
  const { lab, run, source } = context;
  let states: States = new Map();
  const result = await runCheck({
    lab,
    // A node that does not answer is a line of the result beside those of the others.
    inventory: await runningNodes(context, 'some'),
    run,
    ...(source === undefined ? {} : { names: source.names }),
    onStates(read) {
      states = read;
      onStates?.(read);
    },
  });
  signal?.throwIfAborted();
  remember(context, result, states);
  return result;
}

/** Writes a result down, with what it was measured on. */
export function remember(
  { lab, paths }: Pick<Context, 'lab' | 'paths'>,
  result: CheckResult,
  states: States,
): void {
  const last: LastCheck = { ...result, topology: discreet(lab), states: [...states.values()] };
  writeSealed(paths.lastCheck, SCHEMA, last);
}

/** What is remembered of the last check, whatever its age. @throws LabError where it may not be read */
export const findLastCheck = ({ paths }: Pick<Context, 'paths'>): Found<LastCheck> =>
  readSealed<LastCheck>(paths.lastCheck, SCHEMA);

/** The last result, whatever its age; undefined where there is none that this version can read. */
export function readLastCheck(context: Pick<Context, 'paths'>): LastCheck | undefined {
  const found = findLastCheck(context);
  return found.kind === 'whole' ? found.value : undefined;
}

/** True where the lab is another than the one that was measured. */
export const hasChanged = ({ topology }: LastCheck, lab: Lab): boolean =>
  // As JSON has it: without what is undefined, and whatever the order.
  !isDeepStrictEqual(topology, JSON.parse(JSON.stringify(discreet(lab))));
