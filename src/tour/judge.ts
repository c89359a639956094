import type { PlacedStep } from './place';
import type { Told } from '../text/text';

/** What became of a step's command. */
export interface Seen {
  /** Undefined where it did not run. */
  readonly exitCode: number | undefined;
  /** Standard output and standard error, without line breaks at the end. */
  readonly output: string;
  /** Why it did not run. */
  readonly problem?: Told;
}

/** Whether the output is that of the lab as declared. */
export function asDeclared({ shows, lacks, fails }: PlacedStep, seen: Seen): boolean {
  return (
    seen.exitCode !== undefined &&
    (fails === 'perhaps' || (seen.exitCode !== 0) === fails) &&
    shows.every((pattern) => pattern.test(seen.output)) &&
    !lacks.some((pattern) => pattern.test(seen.output))
  );
}
