import { statementId, type Statement } from '../edges/statement';
import type { StatedValue } from '../edges/statement-value';
import { edgeLabel, type Edge, type EndpointId } from '../topology/edge';
import type { Found } from '../edges/found';
import type { Prediction } from '../predict/prediction';
import type { Mend } from './mend';
import type { Text, Told } from '../text/text';

/**
 * `fail`: measured, and not as expected. `error`: could not be examined. `skipped`: left out on purpose, since
 * something else that is reported makes the question empty.
 */
export type Status = 'pass' | 'fail' | 'error' | 'skipped';

/** What must hold beside what was found. */
export type Verdict = EdgeVerdict | StructureVerdict;

interface About {
  readonly status: Status;
  readonly chapter: string;
  /** One line of raw output, or why it could not be examined. */
  readonly detail: Told;
  /** Endpoint that is asked for, or that a structure verdict is about. */
  readonly to?: EndpointId;
  /** Network that it is asked for on, or that a structure verdict is about. */
  readonly network?: string;
  /** How to repeat it by hand, quoted for a shell. */
  readonly command?: string;
  readonly hint?: Text;
  /** What mends it; the hint says the same for a person. */
  readonly mend?: Mend;
  /** Id of the failed structure verdict that explains this one. */
  readonly cause?: string;
}

/** One expectation beside what was measured. */
export interface EdgeVerdict extends About {
  readonly kind: 'edge';
  readonly edge: Edge;
  readonly prediction: Prediction;
  /** Undefined where nothing was measured. */
  readonly found?: Found;
  readonly from: EndpointId;
  readonly to: EndpointId;
  /** Address that was asked, with its port. */
  readonly address?: string;
  /** Milliseconds until the answer; 0 where there was none. */
  readonly ms: number;
}

/** A statement about what is on the nodes. */
export interface StructureVerdict extends About {
  readonly kind: 'structure';
  readonly statement: Statement;
  readonly wanted: StatedValue;
  /** Undefined where nothing was asked for. */
  readonly found?: StatedValue;
}

/** What a verdict is known by: the label of an edge, or the id of a statement. */
export const idOf = (verdict: Verdict): string =>
  verdict.kind === 'edge' ? edgeLabel(verdict.edge) : statementId(verdict.statement);

export const isEdge = (verdict: Verdict): verdict is EdgeVerdict => verdict.kind === 'edge';

export const isStructure = (verdict: Verdict): verdict is StructureVerdict =>
  verdict.kind === 'structure';

/** True for what differs, or could not be examined. */
export const isWrong = ({ status }: Verdict): boolean => status === 'fail' || status === 'error';

export interface Counts {
  readonly pass: number;
  readonly fail: number;
  readonly error: number;
  readonly skipped: number;
}

export interface CheckResult {
  readonly lab: string;
  /** In the order of reading; a chapter without verdicts is listed too. */
  readonly chapters: readonly { readonly id: string; readonly title: string }[];
  /** ISO 8601. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly verdicts: readonly Verdict[];
  readonly counts: Counts;
}

export function countVerdicts(verdicts: readonly Verdict[]): Counts {
  const counts = { pass: 0, fail: 0, error: 0, skipped: 0 };
  for (const { status } of verdicts) counts[status] += 1;
  return counts;
}

/**
 * 0: all as expected; 1: something differs; 3: something could not be examined, or nothing was. A difference weighs
 * more than what could not be examined.
 */
export function exitCode({ counts }: Pick<CheckResult, 'counts'>): 0 | 1 | 3 {
  if (counts.fail > 0) return 1;
  return counts.error > 0 || counts.pass === 0 ? 3 : 0;
}
