/** Widths of Arial's (and Arimo's, Liberation Sans's, Helvetica's) characters, in thousandths of the font size. */
const WIDTHS: readonly (readonly [number, string])[] = [
  [191, "'"],
  [222, 'ijl'],
  [260, '|'],
  [278, ' !,./:;I[]\\ft'],
  [333, '()-`r'],
  [334, '{}'],
  [355, '"'],
  [389, '*'],
  [469, '^'],
  [500, 'Jckvxsyz'],
  [556, '#$0123456789?L_abdeghnopqu'],
  [584, '+<=>~'],
  [611, 'FTZ'],
  [667, '&ABEKPSVXY'],
  [722, 'CDHNRUw'],
  [778, 'GOQ'],
  [833, 'Mm'],
  [889, '%'],
  [944, 'W'],
  [1000, '…→'],
  [1015, '@'],
];
const BY_CHARACTER = new Map(
  WIDTHS.flatMap(([width, characters]) => [...characters].map((one) => [one, width] as const)),
);
const OTHER = 700;
const WIDE = 1000;
const BOLD = 1.08;
/** Where Arial is not there, another font takes its place, which may be a little wider. */
const SPARE = 1.04;

const isWide = (point: number): boolean =>
  (point >= 0x1100 && point <= 0x11ff) || (point >= 0x2e80 && point <= 0xffef) || point > 0xffff;

/** Width of a line in the units of the font size; never less than a browser needs. */
export function textWidth(text: string, size: number, bold = false): number {
  let sum = 0;
  for (const character of text) {
    sum += BY_CHARACTER.get(character) ?? (isWide(character.codePointAt(0) ?? 0) ? WIDE : OTHER);
  }
  return (sum / 1000) * size * (bold ? BOLD : 1) * SPARE;
}

/** The text, or as much of it as fits with an ellipsis. */
export function clip(text: string, size: number, width: number, bold = false): string {
  if (textWidth(text, size, bold) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, size, bold) > width) {
    characters.pop();
  }
  return `${characters.join('')}…`;
}
