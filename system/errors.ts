import { say } from '../words/say';
import { translated } from '../words/translated';
import { harmless, readableLines } from './harmless';

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

const shown = (text: string): string => readableLines(harmless(translated(text)));

/** The error as lines for a person, in the language that is spoken. */
export function describeError(error: LabError): string {
  const { where, why, next } = error.details;
  const rows = [
    [say('where:'), where],
    [say('why:'), why],
    [say('next:'), next],
  ] as const;
  const width = Math.max(...rows.map(([label]) => label.length));
  return [
    say('Error: {what}', { what: shown(error.what) }),
    ...rows.flatMap(([label, text]) =>
      text === undefined ? [] : [`  ${label.padEnd(width)} ${shown(text)}`],
    ),
  ].join('\n');
}
