import { language } from './say';
import { translator } from './translator';
import { nouns, written } from './zh/written';

/** Longer texts are output of other programs. */
const LONGEST = 2000;

const chinese = translator(written, nouns);

/**
 * A text that a room wrote in English, in the language that is spoken: line by line, as far as it is known. What is
 * filled in is translated where it is known itself; anything else stays as it is.
 */
export function translated(text: string): string {
  if (language() === 'en' || text.length > LONGEST) return text;
  return text
    .split('\n')
    .map((line) => chinese(line) ?? line)
    .join('\n');
}

/**
 * True where there is a translation of the whole line.
 *
 * @internal
 */
export const isWritten = (line: string): boolean => chinese(line) !== undefined;
