import { byHand, byRepair, type Mend } from '../../verdict/mend';
import { isWrong, idOf, type CheckResult, type Verdict } from '../../verdict/result';
import type { Lab } from '../../topology/lab';
import { type Text, phrase, verbatim } from '../../text/text';

/** One thing that a repair does, and what it is for. */
export interface Step {
  readonly mend: Mend;
  /** What it mends. */
  readonly why: readonly Verdict[];
}

export interface RepairPlan {
  /** On the nodes, in this order, before Terraform is asked for anything. */
  readonly first: readonly Step[];
  /** With Terraform, in one run. */
  readonly terraform: readonly Step[];
  /** What nobody declared, or what is on somebody's own host: named and left alone. */
  readonly left: readonly Verdict[];
}

/** What there is must be right before what is on it. */
const ORDER: readonly Mend['kind'][] = ['nodes-up', 'restart-engine', 'command', 'container'];

/** What mends a result, each thing once; what another difference brings about mends itself with it. */
export function planRepair(lab: Lab, { verdicts }: Pick<CheckResult, 'verdicts'>): RepairPlan {
  const broken = verdicts.filter((verdict) => isWrong(verdict) && verdict.cause === undefined);
  const steps = new Map<string, Step>();
  const left: Verdict[] = [];
  for (const verdict of broken) {
    const { mend } = verdict;
    if (mend === undefined || !byRepair(lab, mend)) {
      left.push(verdict);
      continue;
    }
    const key = JSON.stringify(mend);
    steps.set(key, { mend, why: [...(steps.get(key)?.why ?? []), verdict] });
  }
  const all = [...steps.values()];
  const nodes = all.filter(({ mend }) => ORDER.includes(mend.kind));
  // An engine that starts anew starts its containers anew.
  const restarted = nodes.flatMap(({ mend }) =>
    mend.kind === 'restart-engine' ? [mend.node] : [],
  );
  return {
    first: nodes
      .filter(({ mend }) => mend.kind !== 'container' || !restarted.includes(mend.node))
      .sort((a, b) => ORDER.indexOf(a.mend.kind) - ORDER.indexOf(b.mend.kind)),
    terraform: all.filter(({ mend }) => mend.kind === 'replace' || mend.kind === 'deploy'),
    left,
  };
}

/** Addresses of what Terraform makes anew, in a stable order. */
export const replaced = ({ terraform }: RepairPlan): string[] =>
  terraform.flatMap(({ mend }) => (mend.kind === 'replace' ? [mend.resource] : [])).sort();

const VERBS = {
  restart: 'restart {container} on {node}',
  unpause: 'unpause {container} on {node}',
  start: 'start {container} on {node}',
} as const;

/** What a step does, in the words of a command or of Terraform. */
export function deed(lab: Lab, mend: Mend): Text {
  switch (mend.kind) {
    case 'replace':
      return phrase('replace {resource}', { resource: mend.resource });
    case 'restart-engine':
      return phrase('restart the engine of {node}', { node: mend.node });
    case 'container':
      return phrase(VERBS[mend.verb], { container: mend.container, node: mend.node });
    case 'deploy':
    case 'nodes-up':
    case 'command':
      return verbatim(byHand(lab, mend));
  }
}

/**
 * True where something is wrong that no step but a deploy or the nodes would mend, and that nothing explains: engines
 * that have just started bring up their containers, and meet again in a swarm, one after the other.
 */
export const isComingUp = ({ verdicts }: CheckResult): boolean => verdicts.some(isLoose);

const isLoose = (verdict: Verdict): boolean =>
  isWrong(verdict) &&
  verdict.cause === undefined &&
  (verdict.mend === undefined || ['deploy', 'nodes-up'].includes(verdict.mend.kind));

/** What is wrong now and was not before; empty where no more is wrong than before. */
export function worse(before: CheckResult, after: CheckResult): Verdict[] {
  const wrong = ({ counts }: CheckResult): number => counts.fail + counts.error;
  if (wrong(after) <= wrong(before)) return [];
  const known = new Set(before.verdicts.filter(isWrong).map(idOf));
  return after.verdicts.filter(
    (verdict) => isWrong(verdict) && verdict.cause === undefined && !known.has(idOf(verdict)),
  );
}
