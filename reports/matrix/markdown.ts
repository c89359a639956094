import { say } from '../../words/say';
import { translated } from '../../words/translated';
import { matrixSummary, type Matrix } from './cells';

const escape = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

/** The matrix as Markdown: differences first, then rows (from) by columns (to). */
export function matrixMarkdown(matrix: Matrix, onlyDifferences: boolean): string {
  const { endpoints, senders, cell, differences } = matrix;
  const wrong = differences.map(
    ({ status, subject, expected, measured }) =>
      `| ${status === 'fail' ? '!' : '?'} | ${escape(subject)} | ${escape(translated(expected))} | ${escape(translated(measured))} |`,
  );
  const list = [
    `| | ${[say('edge'), say('predicted'), say('measured')].join(' | ')} |`,
    '|---|---|---|---|',
    ...wrong,
  ].join('\n');
  const rows = senders.map(
    (from) =>
      `| **${escape(from)}** | ${endpoints.map((to) => cell(from, to)?.measured ?? ' ').join(' | ')} |`,
  );
  const grid = [
    `| ${say('from \\ to').replace('\\', '\\\\')} | ${endpoints.map(escape).join(' | ')} |`,
    `|---|${endpoints.map(() => '---|').join('')}`,
    ...rows,
  ].join('\n');
  return [
    ...(wrong.length > 0 ? [list] : []),
    ...(onlyDifferences ? [] : [grid]),
    matrixSummary(matrix),
  ].join('\n\n');
}
