import fc from 'fast-check';
import type { Topology } from '../topology/topology';
import { describeError, LabError } from '../platform/errors';
import { clean } from './clean';
import type { Ground } from './access';
import { idOf } from '../verdict/result';
import { add, againLine, failed, NOTHING, trialLine, verdictLines, type Totals } from './lines';
import type { Nodes } from './place';
import { ONE, topologiesOn, topologyOf } from './sample';
import type { SecondPlan } from './second-plan';
import { tryOut, type Trial } from './trial';

export interface Series {
  readonly nodes: Nodes;
  readonly ground: Ground;
  /** Look for a smaller topology that fails too. */
  readonly shrink: boolean;
  /** Asks for a second plan of a topology; absent where none is wanted. */
  readonly planAgain?: (topology: Topology) => Promise<SecondPlan>;
  readonly print: (line: string) => void;
  /** Ends the series after the topology that is being tried. */
  readonly stop: AbortSignal;
}

/** Engines that refuse one topology after the other do not work. */
const REFUSALS = 3;
/** Of shrinking one topology, in milliseconds. */
const SHRINKING = 300_000;

/**
 * Tries the topologies of the seeds, one after the other, and tells each.
 *
 * @throws LabError where the engines refuse several in a row
 */
export async function series(seeds: readonly number[], options: Series): Promise<Totals> {
  const { nodes, ground, print, stop } = options;
  let totals = NOTHING;
  let refusals = 0;
  for (const seed of seeds) {
    if (stop.aborted) break;
    const topology = topologyOf(nodes, seed);
    try {
      const measured = await tryOut(topology, ground);
      const again = await options.planAgain?.(topology);
      const trial = again === undefined ? measured : { ...measured, changes: again.changes };
      refusals = 0;
      totals = add(totals, trial);
      tell(seed, topology, trial, options);
      if (options.shrink && failed(measured)) await shrink(seed, options);
    } catch (error) {
      if (!(error instanceof LabError) || ++refusals === REFUSALS) throw error;
      totals = { ...totals, refused: totals.refused + 1 };
      print(
        `seed ${seed}: refused\n${describeError(error)}\n${againLine(nodes, seed, options.planAgain !== undefined)}`,
      );
    }
  }
  await clean(ground);
  return totals;
}

function tell(
  seed: number,
  topology: Topology,
  trial: Trial,
  { nodes, print, planAgain }: Series,
): void {
  print(trialLine(seed, trial));
  for (const verdict of trial.wrong) print(verdictLines('wrong', verdict));
  for (const verdict of trial.unmeasured) print(verdictLines('not measured', verdict));
  for (const verdict of trial.disturbed) print(verdictLines('disturbed', verdict));
  for (const line of trial.changes ?? []) print(`  second plan: ${line.trim()}`);
  const again = againLine(nodes, seed, planAgain !== undefined);
  if (failed(trial)) print(`${again}\n  topology: ${JSON.stringify(topology)}`);
}

async function shrink(seed: number, { nodes, ground, print, stop }: Series): Promise<void> {
  const property = fc.asyncProperty(topologiesOn(nodes), async (topology) => {
    fc.pre(!stop.aborted);
    const trial = await tryOut(topology, ground);
    if (failed(trial)) throw new Error([...trial.wrong, ...trial.unmeasured].map(idOf).join('; '));
  });
  const { counterexample, numShrinks, errorInstance } = await fc.check(property, {
    ...ONE,
    seed,
    interruptAfterTimeLimit: SHRINKING,
  });
  const [smallest] = counterexample ?? [];
  print(
    smallest === undefined
      ? '  shrunk: it did not fail again'
      : `  shrunk ${numShrinks} times (${String(errorInstance)}): ${JSON.stringify(smallest)}`,
  );
}
