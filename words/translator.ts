type Dictionary = Readonly<Record<string, string>>;

/** The other language's line; undefined where the line is none of the dictionary's. */
export type Translator = (line: string) => string | undefined;

interface Pattern {
  readonly english: RegExp;
  readonly chinese: string;
}

const SLOT = /\{(\w+)\}/g;

/** Slots for words of the lab's own. A single word in any other is a name, or a list has names, and these stay. */
const OF_WORDS = new Set(['kind', 'type', 'state', 'status', 'found', 'how']);

/**
 * Makes a translator of whole lines. What is filled in stands in braces in the dictionary, and is itself translated
 * where it is a line, a noun, or a list of them, and not a name. Nothing is compiled before there is something to translate.
 */
export function translator(written: Dictionary, nouns: Dictionary = {}): Translator {
  let patterns: readonly Pattern[] | undefined;
  const filled = (slot: string, value: string): string => {
    if (!value.includes(' ') && !OF_WORDS.has(slot)) return value;
    if (Object.hasOwn(nouns, value)) return nouns[value] ?? value;
    const line = lineOf(value);
    if (line !== undefined) return line;
    if (!value.includes(', ')) return value;
    return value
      .split(', ')
      .map((one) => filled(slot, one))
      .join(', ');
  };
  const lineOf: Translator = (line) => {
    if (Object.hasOwn(written, line)) return written[line];
    patterns ??= compiled(written);
    for (const { english, chinese } of patterns) {
      const found = english.exec(line);
      if (found === null) continue;
      return chinese.replaceAll(SLOT, (_, slot: string) =>
        filled(slot, found.groups?.[slot] ?? ''),
      );
    }
    return undefined;
  };
  return lineOf;
}

/** The most specific first: that with the most letters of its own. */
const compiled = (written: Dictionary): Pattern[] =>
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
