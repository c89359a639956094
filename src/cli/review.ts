import type { ReachabilityChange } from '../review/change';
import { diffReachability } from '../review/diff';
import type { Plan, Review } from '../report/change/review';
import { findingOf, LabError } from '../platform/errors';
import { readHosts } from '../sources/own/hosts';
import { say } from '../i18n/say';
import { emptyLab, readApplied } from './applied';
import { topologyFile, type Context } from './context';
import { discreet } from './discreet';
import { planOf } from './plan';
import { labOfRevision } from './revision';
import { reviewSource } from './source-review';
import { phrase } from '../text/text';

/** What a change may bring that a gate does not let through. */
export type GateName = 'new-edge' | 'lost-edge';

/**
 * The topology compared with a revision of its file, or with what was last applied.
 * @throws LabError for a revision that cannot be read
 */
export async function review(context: Context, revision: string | undefined): Promise<Review> {
  const { lab } = context;
  if (context.source !== undefined) return reviewSource(context, revision);
  if (revision === undefined) {
    const applied = readApplied(context);
    const change = diffReachability(applied ?? emptyLab(lab), discreet(lab));
    const against =
      applied === undefined
        ? phrase('an empty lab: nothing was applied yet')
        : phrase('what was last applied');
    return { against, plan: await planOf(context).catch(failed), change };
  }
  const then = await labOfRevision({
    root: context.config.root,
    run: context.run,
    file: topologyFile(context),
    revision,
    hosts: readHosts(context.config.hostsFile, context.config.hostsNamedBy),
  });
  return {
    against: `${revision} (${then.commit})`,
    plan: PLAN_OF_ANOTHER,
    change: diffReachability(then.lab, lab),
  };
}

/** A plan that fails does not hide what is known without it. */
function failed(error: unknown): Plan {
  if (!(error instanceof LabError)) throw error;
  return { kind: 'failed', why: findingOf(error).found };
}

const PLAN_OF_ANOTHER: Plan = {
  kind: 'none',
  why: phrase('it compares with what was applied, not with a revision'),
};

/** The gates that the change does not pass, each as a sentence. */
export function failures({ counts }: ReachabilityChange, gates: readonly GateName[]): string[] {
  const found = { 'new-edge': counts.new, 'lost-edge': counts.lost };
  return [...new Set(gates)]
    .filter((gate) => found[gate] > 0)
    .map((gate) =>
      found[gate] === 1
        ? say('--fail-on {gate}: there is 1', { gate })
        : say('--fail-on {gate}: there are {n}', { gate, n: found[gate] }),
    );
}

/** 1 where a gate is not passed, 3 where the plan could not be made. */
export function reviewExitCode({ plan }: Review, failed: readonly string[]): number {
  if (failed.length > 0) return 1;
  return plan.kind === 'failed' ? 3 : 0;
}
