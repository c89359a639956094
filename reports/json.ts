import type { CheckResult } from '../checks/result';

/**
 * The result as JSON. The schema is that of `CheckResult` with `schema: 1` before it: fields may be added under the
 * same number, a field that changes or goes away raises it.
 *
 * - `lab`, `startedAt` (ISO 8601), `durationMs`
 * - `chapters`: `id`, `title`, in the order of reading
 * - `counts`: `pass`, `fail`, `error` (not examined), `skipped`
 * - `verdicts`: `status`, `chapter`, `kind` (`edge` or `structure`), `subject`, `expected`, `measured`, `detail`,
 *   `reasons` (`rule`, `text`), `ms`; and where they apply `address`, `command`, `hint`, `cause`, `mend`, `from`,
 *   `to`, `network`
 */
export const json = (result: CheckResult): string =>
  JSON.stringify({ schema: 1, ...result }, undefined, 2);
