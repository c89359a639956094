import { english } from '../text/tell';
import type { Text } from '../text/text';
import { say, told } from '../i18n/say';
import { harmless, readableLines } from './harmless';
import { type Told, firstLine, phrase, verbatim } from '../text/text';

/**
 * A known error: printed as it is, without a stack trace.
 *
 * `what` happened, `where` (path in the topology, node, file), `why`, and `next`: the command or step that mends it.
 */
export class LabError extends Error {
  constructor(
    readonly what: Text,
    readonly details: {
      /** A name or path as it is, or a text. */
      readonly where?: Told;
      readonly why?: Text;
      readonly next?: Text;
    } = {},
    /** 2: bad input or a missing prerequisite; 3: something could not be examined. */
    readonly exitCode: 2 | 3 = 2,
  ) {
    super(english(what));
    this.name = 'LabError';
  }
}

/** What was thrown, in its own words. */
export const messageOf = (error: unknown): Text =>
  error instanceof LabError
    ? error.what
    : verbatim(error instanceof Error ? error.message : String(error));

/** A known error as something that was found, and what mends it. */
export function findingOf({ what, details: { why, next } }: LabError) {
  return {
    found: why === undefined ? what : phrase('{what}: {why}', { what, why: firstLine(why) }),
    ...(next === undefined ? {} : { remedy: next }),
  };
}

const shown = (text: Told): string => readableLines(harmless(told(text)));

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
