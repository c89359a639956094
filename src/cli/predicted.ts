import { countVerdicts, type CheckResult, type EdgeVerdict } from '../verdict/result';
import { receiverOf } from '../topology/edge';
import { expectations } from '../edges/expectations';
import type { Facts } from '../network/facts';
import type { Lab } from '../topology/lab';
import { phrase } from '../text/text';

/** A result in which nothing was measured: every edge with its prediction alone. */
export function predictedResult(lab: Lab, facts?: Facts): CheckResult {
  const verdicts = expectations(lab, facts).map(({ chapter, edge, prediction }): EdgeVerdict => ({
    ...{ kind: 'edge', status: 'skipped', chapter, edge, prediction },
    ...{ from: edge.from, to: receiverOf(edge), detail: phrase('predicted, not measured'), ms: 0 },
  }));
  return {
    lab: lab.name,
    chapters: lab.chapters,
    startedAt: new Date().toISOString(),
    durationMs: 0,
    verdicts,
    counts: countVerdicts(verdicts),
  };
}
