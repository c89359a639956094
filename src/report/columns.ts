import columns from 'string-width';

/** How many columns of a terminal a text takes: a Chinese character takes two. */
export { columns };

/** The text with spaces after it up to a width. */
export const pad = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - columns(text)));

/** The text, its end left out where it is wider than the width; `mark` stands for what is left out. */
export function cut(text: string, width: number, mark: string): string {
  if (columns(text) <= width) return text;
  const room = width - columns(mark);
  let short = '';
  for (const character of text) {
    if (columns(short + character) > room) break;
    short += character;
  }
  return room < 0 ? '' : short + mark;
}
