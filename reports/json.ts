import type { CheckResult, Verdict } from '../checks/result';
import { subjectOf } from '../checks/result';
import type { Prediction } from '../model/predict/prediction';
import { reasonIn } from '../words/catalogue';
import { expectedIn, foundIn } from './verdict-words';

/** Fields may be added under the same number; a field that changes or goes away raises it. */
export const SCHEMA = 3;

/**
 * The result as JSON, a verdict a line.
 *
 * - `schema`, `lab`, `startedAt` (ISO 8601), `durationMs`
 * - `chapters`: `id`, `title`, in the order of reading
 * - `counts`: `pass`, `fail`, `error` (not examined), `skipped`
 * - `verdicts`: `status`, `chapter`, `kind` (`edge` or `structure`), `subject`, `expected`, `measured`, `detail`; of an
 *   edge also `from`, `to`, `edge`, `prediction` (`outcome`, `answeredBy`, `hops`, `reasons` with their `text`), `ms`,
 *   and `found` where something was; and where they apply `address`, `network`, `command`, `hint`, `cause` (the subject
 *   of the verdict that explains it), `mend` (what mends it, by its `kind`: `Mend`)
 */
export function json({ verdicts, ...result }: CheckResult): string {
  const head = JSON.stringify({ schema: SCHEMA, ...result }, undefined, 2);
  const lines = verdicts.map((verdict) => `    ${JSON.stringify(verdictJson(verdict))}`);
  return `${head.slice(0, -'\n}'.length)},\n  "verdicts": [\n${lines.join(',\n')}\n  ]\n}`;
}

/** What JSON says of a verdict besides its data, in English. */
interface InEnglish {
  /** The label of an edge, or a sentence. */
  readonly subject: string;
  readonly expected: string;
  /** Empty where nothing was found. */
  readonly measured: string;
}

export type JsonVerdict = Verdict & InEnglish;

export interface JsonResult extends Omit<CheckResult, 'verdicts'> {
  readonly schema: number;
  readonly verdicts: readonly JsonVerdict[];
}

/** A verdict as data, and beside it in English. */
export const verdictJson = (verdict: Verdict): JsonVerdict =>
  verdict.kind === 'structure'
    ? verdict
    : {
        ...verdict,
        subject: subjectOf(verdict),
        expected: expectedIn('en', verdict),
        measured: foundIn('en', verdict),
        prediction: predictionJson(verdict.prediction),
      };

/** A prediction whose reasons have their sentences. */
export const predictionJson = (prediction: Prediction): Prediction => ({
  ...prediction,
  reasons: prediction.reasons.map((reason) => ({ ...reason, text: reasonIn('en', reason) })),
});
