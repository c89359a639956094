import type { Fact, GraphLink, Host, Item, Mark } from './graph';
import { clip, textWidth } from './text-width';
import { factText, type GraphWords } from './words';

export interface Line {
  /** What is shown, shortened where it is too long. */
  readonly text: string;
  /** All of it. */
  readonly full: string;
  readonly role: 'kind' | 'name' | 'fact' | 'difference';
}

/** An item's text and the room that it takes, in pixels. */
export interface Box {
  readonly lines: readonly Line[];
  readonly width: number;
  readonly height: number;
}

export const FONT = 'Arimo, "Liberation Sans", Arial, Helvetica, sans-serif';
export const SIZES: Readonly<Record<Line['role'], number>> = {
  kind: 11.5,
  name: 14,
  fact: 11.5,
  difference: 11.5,
};
export const LINE_HEIGHTS: Readonly<Record<Line['role'], number>> = {
  kind: 16,
  name: 19,
  fact: 16,
  difference: 16,
};
export const PADDING = { x: 12, y: 9 } as const;
const WIDEST = 230;
/** Wide enough for most, so that the boxes of a column line up. */
const NARROWEST = 168;

export const isBold = (role: Line['role']): boolean => role === 'name' || role === 'difference';

/** The lines of an item and its size. */
export function boxOf(item: Item, words: GraphWords): Box {
  const texts = item.facts.map((fact) => factText(words, fact));
  // The nodes that an overlay spans have a line to themselves: they are many words.
  const [first, ...facts] = item.facts[0]?.key === 'spans' ? [undefined, ...texts] : texts;
  const kind = words.kinds[item.kind];
  const lines = [
    line('name', item.name),
    line('kind', first === undefined ? kind : `${kind} · ${first}`),
    ...facts.map((fact) => line('fact', fact ?? '')),
    ...markWord(item.mark, words).map((mark) => line('difference', mark)),
    ...item.differences.map((fact) => line('difference', factText(words, fact))),
  ];
  const widest = lines.map(({ text, role }) => textWidth(text, SIZES[role], isBold(role)));
  return {
    lines,
    width: Math.ceil(Math.max(item.host === undefined ? 84 : NARROWEST, ...widest) + 2 * PADDING.x),
    height: lines.reduce((sum, { role }) => sum + LINE_HEIGHTS[role], 2 * PADDING.y),
  };
}

/** The heading of a node's frame. */
export function hostLine(
  { name, facts, mark, differences }: Host,
  words: GraphWords,
): { readonly name: string; readonly rest: string } {
  const more = [...facts, ...differences].map((fact: Fact) => factText(words, fact));
  return {
    name: clip(name, SIZES.name, WIDEST, true),
    rest: clip([marked(words.node, mark, words), ...more].join(' · '), SIZES.fact, 2 * WIDEST),
  };
}

/** What is written at a link. */
export const linkText = ({ label, mark }: GraphLink, words: GraphWords): string =>
  [...(label === '' ? [] : [clip(label, SIZES.fact, WIDEST)]), ...markWord(mark, words)].join(
    ' · ',
  );

const marked = (text: string, mark: Mark, words: GraphWords): string =>
  [text, ...markWord(mark, words)].join(' · ');

const markWord = (mark: Mark, { marks }: GraphWords): string[] =>
  mark === 'same' ? [] : [marks[mark]];

const line = (role: Line['role'], full: string): Line => ({
  role,
  full,
  text: clip(full, SIZES[role], WIDEST, isBold(role)),
});
