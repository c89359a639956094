import type { EndpointId } from '../model/edge';
import type { Reason } from '../model/predict/reason';
import type { Mend } from './mend';

/**
 * `fail`: measured, and not as expected. `error`: could not be examined. `skipped`: left out on purpose, since
 * something else that is reported makes the question empty.
 */
export type Status = 'pass' | 'fail' | 'error' | 'skipped';

/** One expectation beside what was measured. */
export interface Verdict {
  readonly status: Status;
  readonly chapter: string;
  readonly kind: 'edge' | 'structure';
  /** The edge's label, or a sentence such as `test2 is attached to test-bridge`. */
  readonly subject: string;
  /** In words; for an edge it begins with the outcome. */
  readonly expected: string;
  /** In words; for an edge it begins with the outcome. Empty where nothing was measured. */
  readonly measured: string;
  /** One line of raw output. */
  readonly detail: string;
  /** Address that was asked, with its port. */
  readonly address?: string;
  /** How to repeat it by hand, quoted for a shell. */
  readonly command?: string;
  readonly hint?: string;
  /** What mends it; the hint says the same for a person. */
  readonly mend?: Mend;
  /** Subject of the failed structure verdict that explains this one. */
  readonly cause?: string;
  readonly reasons: readonly Reason[];
  /** Milliseconds until the answer; 0 where there was none. */
  readonly ms: number;
  readonly from?: EndpointId;
  /** Endpoint that is asked for, or that a structure verdict is about. */
  readonly to?: EndpointId;
  /** Network that it is asked for on, or that a structure verdict is about. */
  readonly network?: string;
}

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
