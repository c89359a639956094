import { language } from './say';
import { nouns, written } from './zh/written';

interface Pattern {
  readonly english: RegExp;
  readonly chinese: string;
}

const SLOT = /\{(\w+)\}/g;
/** Longer texts are output of other programs. */
const LONGEST = 2000;

let patterns: readonly Pattern[] | undefined;

/**
 * A text that a room wrote in English, in the language that is spoken: line by line, as far as it is known. What is
 * filled in is translated where it is known itself; anything else stays as it is.
 */
export function translated(text: string): string {
  if (language() === 'en' || text.length > LONGEST) return text;
  return text
    .split('\n')
    .map((line) => lineOf(line) ?? line)
    .join('\n');
}

/** True where there is a translation of the whole line. */
export const isWritten = (line: string): boolean => lineOf(line) !== undefined;

function lineOf(line: string): string | undefined {
  if (Object.hasOwn(written, line)) return written[line];
  patterns ??= compiled();
  for (const { english, chinese } of patterns) {
    const found = english.exec(line);
    if (found === null) continue;
    return chinese.replaceAll(SLOT, (_, slot: string) => {
      const value = found.groups?.[slot] ?? '';
      return filled(value);
    });
  }
  return undefined;
}

/** What is in a slot: a noun, a sentence, a list of them, or a name. */
const filled = (value: string): string =>
  nouns[value] ??
  lineOf(value) ??
  (value.includes(', ') ? value.split(', ').map(filled).join(', ') : value);

/** The most specific first: that with the most letters of its own. */
const compiled = (): Pattern[] =>
  Object.entries(written)
    .filter(([english]) => english.includes('{'))
    .sort(([a], [b]) => b.replace(SLOT, '').length - a.replace(SLOT, '').length)
    .map(([english, chinese]) => ({
      english: new RegExp(`^${english.split(SLOT).map(part).join('')}$`, 'u'),
      chinese,
    }));

/** Every second part of a split text is the name of a slot. */
const part = (text: string, index: number): string =>
  index % 2 === 1 ? `(?<${text}>.+?)` : text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
