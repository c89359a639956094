/** Slots are characters of the private use area: one for each value, and one that keeps such characters as they are. */
const FIRST = 0xe000;
const LITERAL = String.fromCharCode(FIRST + 15);
const PRIVATE = /[\ue000-\ue00f]/g;
const FILLED = /\ue00f([\s\S])|[\ue000-\ue00e]/g;
const WORD = /[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?/g;

/** The text with a slot for each word that is one of the values. */
export function emptySlots(text: string, values: readonly string[]): string {
  return text
    .replace(PRIVATE, (one) => LITERAL + one)
    .replace(WORD, (word) => {
      const slot = values.indexOf(word);
      return slot < 0 ? word : String.fromCharCode(FIRST + slot);
    });
}

/** The text with the values in its slots. */
export const fillSlots = (text: string, values: readonly string[]): string =>
  text.replace(FILLED, (one, literal: string | undefined) =>
    literal === undefined ? (values[one.charCodeAt(0) - FIRST] ?? '') : literal,
  );

/** The values of an edge, in the order of their slots. */
export const slotValues = (
  from: { readonly id: string; readonly node?: string },
  to: { readonly id: string; readonly node?: string } | undefined,
  network: string | undefined,
  address: string,
): string[] => [
  // `netns:` is no part of the word.
  from.id.replace(/^netns:/, ''),
  (to?.id ?? '').replace(/^netns:/, ''),
  address.replace(/:\d+$/, ''),
  network ?? '',
  from.node ?? '',
  to?.node ?? '',
];
