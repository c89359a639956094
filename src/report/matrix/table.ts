import { say, told } from '../../i18n/say';
import { columns as wide, pad } from '../columns';
import { expectedText, measuredText, subjectText } from '../verdict-words';
import { wrap } from '../wrap';
import { matrixSummary, type Matrix } from './cells';
import { legend, placeLines } from './legend';
import { ASPECTS } from './ways';

export interface MatrixShape {
  readonly width: number;
  readonly onlyDifferences: boolean;
  /** What the marks are of. */
  readonly shows?: 'measured' | 'predicted';
}

/** The matrix for a terminal: differences first, then rows (from) by numbered columns (to). */
export function matrixTable(
  matrix: Matrix,
  { width, onlyDifferences, shows = 'measured' }: MatrixShape,
): string {
  const parts = [
    ...differences(matrix, width),
    ...(onlyDifferences
      ? []
      : [
          ...grids(matrix, width, shows),
          [legend(shows), ...placeLines(matrix)].map((line) => wrap(line, width, '  ')).join('\n'),
        ]),
    matrixSummary(matrix, shows),
  ];
  return parts.join('\n\n');
}

function differences({ differences }: Matrix, width: number): string[] {
  if (differences.length === 0) return [];
  return [
    differences
      .map((verdict) => {
        const sign = verdict.status === 'fail' ? '!' : '?';
        const measured = measuredText(verdict);
        const text = say('predicted {expected}, measured {measured}', {
          expected: expectedText(verdict),
          measured: measured || say('nothing ({detail})', { detail: told(verdict.detail) }),
        });
        return wrap(`${sign} ${subjectText(verdict)}: ${text}`, width, '    ');
      })
      .join('\n'),
  ];
}

/**
 * Blocks of columns that fit the width; a cell is as wide as its marks, or the largest column number, and a space. Who
 * never sends has a row all the same: it says what the number of the column stands for.
 */
function grids(
  { endpoints, cell }: Matrix,
  width: number,
  shows: 'measured' | 'predicted',
): string[] {
  const cellWidth = Math.max(ASPECTS.length, String(endpoints.length).length) + 1;
  const label = (index: number): string => `${index + 1} ${endpoints[index]}`;
  const head = say('from \\ to');
  const labelWidth = Math.max(wide(head), ...endpoints.map((_, index) => label(index).length));
  const perBlock = Math.max(1, Math.floor((width - labelWidth - 1) / cellWidth));
  const blocks: string[] = [];
  for (let start = 0; start < endpoints.length; start += perBlock) {
    const columns = endpoints.slice(start, start + perBlock);
    const numbers = columns.map((_, i) => String(start + i + 1).padStart(cellWidth)).join('');
    const rows = endpoints.map((from, index) => {
      const signs = columns.map((to) =>
        (cell(from, to)?.[shows].join('') ?? '').padStart(cellWidth),
      );
      return `${label(index).padEnd(labelWidth)} ${signs.join('')}`.trimEnd();
    });
    blocks.push([`${pad(head, labelWidth)} ${numbers}`, ...rows].join('\n'));
  }
  return blocks;
}
