import { columns } from './columns';

/** Punctuation that no line begins with, and the ideographs between which a line may break. */
const CLOSING = '[、。，．：；！？）】》”’…]';
const PIECE = new RegExp(
  ` +|(?:[（【《“‘]*[\\p{Script=Han}]${CLOSING}*)|(?:(?![\\p{Script=Han} ]).)+?(?=[（【《“‘]*[\\p{Script=Han}]| |$)`,
  'gsu',
);

/**
 * Breaks a text into lines at spaces and between Chinese characters. A word that is longer than a line stays whole.
 *
 * @param width columns of the first line
 * @param indent put before every line but the first
 * @param full columns of the other lines, their indent included; default: `width`
 */
export function wrap(text: string, width: number, indent: string, full = width): string {
  const lines: string[] = [];
  let line = '';
  let gap = '';
  for (const [piece] of text.matchAll(PIECE)) {
    if (piece.startsWith(' ')) {
      gap = piece;
      continue;
    }
    const room = lines.length === 0 ? width : full - indent.length;
    if (line !== '' && columns(line + gap + piece) > room) {
      lines.push(line);
      line = piece;
    } else {
      line = line === '' ? piece : line + gap + piece;
    }
    gap = '';
  }
  return [...lines, line].join(`\n${indent}`);
}

/**
 * A label and a text behind it, broken into lines that fit, each below the beginning of the text.
 *
 * @param width columns, those of the label included
 */
export function hanging(label: string, text: string, width: number): string {
  const indent = columns(label);
  return label + wrap(text, width - indent, ' '.repeat(indent), width);
}
