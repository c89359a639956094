/**
 * A known error: printed as it is, without a stack trace.
 *
 * `what` happened, `where` (path in the topology, node, file), `why`, and `next`: the command or step that mends it.
 */
export class LabError extends Error {
  constructor(
    readonly what: string,
    readonly details: {
      readonly where?: string;
      readonly why?: string;
      readonly next?: string;
    } = {},
    /** 2: bad input or a missing prerequisite; 3: something could not be examined. */
    readonly exitCode: 2 | 3 = 2,
  ) {
    super(what);
    this.name = 'LabError';
  }
}

/** The error as lines for a person. */
export function describeError(error: LabError): string {
  const { where, why, next } = error.details;
  return [
    `Error: ${error.what}`,
    where === undefined ? undefined : `  where: ${where}`,
    why === undefined ? undefined : `  why:   ${why}`,
    next === undefined ? undefined : `  next:  ${next}`,
  ]
    .filter((line) => line !== undefined)
    .join('\n');
}
