import { say } from '../../i18n/say';
import { expectedText, measuredText, subjectText } from '../verdict-words';
import { matrixSummary, type Cell, type Matrix } from './cells';
import { legend, placeLines } from './legend';

/** As code, so that every mark is as wide as the next, and none is read as markup. */
const shown = (cell: Cell | undefined, shows: 'measured' | 'predicted'): string =>
  cell === undefined ? ' ' : `\`${cell[shows].join('')}\``;

const escape = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

/** The matrix as Markdown: differences first, then rows (from) by columns (to). */
export function matrixMarkdown(
  matrix: Matrix,
  onlyDifferences: boolean,
  shows: 'measured' | 'predicted' = 'measured',
): string {
  const { endpoints, senders, cell, differences } = matrix;
  const wrong = differences.map((verdict) => {
    const sign = verdict.status === 'fail' ? '!' : '?';
    const texts = [subjectText, expectedText, measuredText].map((text) => escape(text(verdict)));
    return `| ${sign} | ${texts.join(' | ')} |`;
  });
  const list = [
    `| | ${[say('edge'), say('predicted'), say('measured')].join(' | ')} |`,
    '|---|---|---|---|',
    ...wrong,
  ].join('\n');
  const rows = senders.map(
    (from) =>
      `| **${escape(from)}** | ${endpoints.map((to) => shown(cell(from, to), shows)).join(' | ')} |`,
  );
  const grid = [
    `| ${say('from \\ to').replace('\\', '\\\\')} | ${endpoints.map(escape).join(' | ')} |`,
    `|---|${endpoints.map(() => '---|').join('')}`,
    ...rows,
  ].join('\n');
  return [
    ...(wrong.length > 0 ? [list] : []),
    ...(onlyDifferences ? [] : [grid, legend(shows), ...placeLines(matrix).map(escape)]),
    matrixSummary(matrix, shows),
  ].join('\n\n');
}
