import type { CheckResult } from '../checks/result';
import type { Reason } from '../model/predict/reason';
import { reasonIn } from '../words/reason';

/**
 * The result as JSON. The schema is that of `CheckResult` with `schema: 2` before it: fields may be added under the
 * same number, a field that changes or goes away raises it.
 *
 * - `lab`, `startedAt` (ISO 8601), `durationMs`
 * - `chapters`: `id`, `title`, in the order of reading
 * - `counts`: `pass`, `fail`, `error` (not examined), `skipped`
 * - `verdicts`: `status`, `chapter`, `kind` (`edge` or `structure`), `subject`, `expected`, `measured`, `detail`,
 *   `reasons` (`rule`, what it is told of, and `text`), `ms`; and where they apply `address`, `command`, `hint`,
 *   `cause` (the subject of the verdict that explains it), `mend` (what mends it, by its `kind`: `Mend`), `from`, `to`,
 *   `network`
 */
export const json = (result: CheckResult): string =>
  JSON.stringify(
    {
      schema: 2,
      ...result,
      verdicts: result.verdicts.map((verdict) => ({
        ...verdict,
        reasons: verdict.reasons.map(inWords),
      })),
    },
    undefined,
    2,
  );

/** A reason with its sentence, for people who read the JSON. */
export const inWords = (reason: Reason): Reason & { readonly text: string } => ({
  ...reason,
  text: reasonIn('en', reason),
});
