import type { Mark, Marks } from '../../../matrix/marks';
import { ASPECTS } from '../../../matrix/ways';
import { h } from '../dom';
import type { Words } from '../words';

/** Classes of marks in the style sheet, what matters most first. */
const CLASSES: readonly (readonly [Mark, string])[] = [
  ['!', 'wrong'],
  ['?', 'unknown'],
  ['~', 'some'],
  ['+', 'all'],
  ['-', 'no'],
  ['.', 'nothing'],
];

/** The class of a mark. */
export const classOfMark = (mark: Mark): string =>
  CLASSES.find(([one]) => one === mark)?.[1] ?? 'nothing';

/** The class of a cell: that of what matters most; where some is reached and some is not, of neither. */
export function classOf(marks: Marks | undefined): string {
  if (marks === undefined) return 'none';
  const worst = CLASSES.find(([one]) => marks.includes(one))?.[1] ?? 'nothing';
  return worst === 'all' && marks.includes('-') ? 'some' : worst;
}

/** Marks as they are shown: each as wide as the next. */
const SHOWN: Readonly<Partial<Record<Mark, string>>> = { '-': '−', '.': '·' };

export const markElement = (mark: Mark): HTMLElement =>
  h('span', { class: `mark-${classOfMark(mark)}` }, SHOWN[mark] ?? mark);

/** `by address reached, by name not reached, at its ports nothing to ask`. */
export const inWords = (marks: Marks, words: Words): string =>
  marks.map((mark, index) => `${words.aspects[ASPECTS[index]!]} ${words.signs[mark]}`).join(', ');
