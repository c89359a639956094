import { readFileSync } from 'node:fs';
import { runCheck } from '../checks/check';
import type { CheckResult } from '../checks/result';
import type { NodeState, States } from '../checks/state';
import type { Lab } from '../model/lab';
import { writeWhole } from '../system/whole-file';
import { whole } from './applied';
import { runningNodes, type Context } from './context';

/** A result with what it was measured on, as it is remembered. */
export interface LastCheck extends CheckResult {
  /** The lab as the topology described it then; absent in results of older versions, like `states`. */
  readonly topology?: Lab;
  readonly states?: readonly NodeState[];
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
  const { lab, run, paths } = context;
  let states: States = new Map();
  const result = await runCheck({
    lab,
    inventory: await runningNodes(context),
    run,
    onStates(read) {
      states = read;
      onStates?.(read);
    },
  });
  signal?.throwIfAborted();
  const last: LastCheck = { ...result, topology: lab, states: [...states.values()] };
  writeWhole(paths.lastCheck, JSON.stringify(last));
  return result;
}

/** The last result, whatever its age; undefined where there is none that can be read. */
export function readLastCheck({ paths }: Pick<Context, 'paths'>): LastCheck | undefined {
  try {
    const last = JSON.parse(readFileSync(paths.lastCheck, 'utf8')) as LastCheck;
    const { topology } = last;
    return topology === undefined ? last : { ...last, topology: whole(topology) };
  } catch {
    return undefined;
  }
}

/** The last result where it is not older than `since` (ms since the epoch). */
export function lastResult(context: Context, since: number): CheckResult | undefined {
  const result = readLastCheck(context);
  return result !== undefined && Date.parse(result.startedAt) >= since ? result : undefined;
}
