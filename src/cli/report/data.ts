import type { CheckResult } from '../../verdict/result';
import { place } from '../../observe/place';
import type { States } from '../../observe/state';
import type { Lab } from '../../topology/lab';
import { reportData } from '../../report/html/data/build';
import type { ReportData } from '../../report/html/data/types';
import type { LastCheck } from '../check-run';

/** A report's data from a remembered result. */
export const dataOf = (last: LastCheck): Promise<ReportData> =>
  reportData({ result: last, ...place(last.topology, byNode(last.states)) });

const byNode = (states: LastCheck['states']): States =>
  new Map(states.map((state) => [state.node, state]));

/** What there is to show before anything was measured. */
export function nothingYet(lab: Lab): Promise<ReportData> {
  const result: CheckResult = {
    lab: lab.name,
    chapters: lab.chapters,
    startedAt: '',
    durationMs: 0,
    verdicts: [],
    counts: { pass: 0, fail: 0, error: 0, skipped: 0 },
  };
  return reportData({ result, lab });
}
