/** A sentence of the lab with slots in braces, and the same in Chinese; a slot may come in any order, or not at all. */
export type Pair = readonly [english: string, chinese: string];

type Translation = (text: string) => string | undefined;

const SLOT = /\{(\w+)\}/g;

/**
 * Makes a translator of sentences. What is put into a slot is translated by `inner`, where that knows it.
 *
 * @returns undefined for a text that is none of the sentences
 */
export function translator(
  pairs: readonly Pair[],
  inner: Translation = () => undefined,
): Translation {
  const patterns = pairs.map(([english, chinese]) => ({
    pattern: new RegExp(`^${english.split(SLOT).map(part).join('')}$`, 'su'),
    chinese,
  }));
  return (text) => {
    for (const { pattern, chinese } of patterns) {
      const found = pattern.exec(text);
      if (found === null) continue;
      return chinese.replace(SLOT, (_, slot: string) => {
        const value = found.groups?.[slot] ?? '';
        return inner(value) ?? value;
      });
    }
    return undefined;
  };
}

/** Every second part of a split sentence is the name of a slot. */
const part = (text: string, index: number): string =>
  index % 2 === 1 ? `(?<${text}>.+?)` : text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
