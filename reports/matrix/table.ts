import { say } from '../../words/say';
import { translated } from '../../words/translated';
import { columns as wide, pad } from '../columns';
import { wrap } from '../wrap';
import { matrixSummary, type Matrix } from './cells';

const legend = (): string =>
  say(
    '+ every way reaches, - none does, ~ some do, ! not as predicted, ? not measured, (blank) no edge',
  );

/** The matrix for a terminal: differences first, then rows (from) by numbered columns (to). */
export function matrixTable(
  matrix: Matrix,
  { width, onlyDifferences }: { readonly width: number; readonly onlyDifferences: boolean },
): string {
  const parts = [
    ...differences(matrix, width),
    ...(onlyDifferences ? [] : [...grids(matrix, width), wrap(legend(), width, '')]),
    matrixSummary(matrix),
  ];
  return parts.join('\n\n');
}

function differences({ differences }: Matrix, width: number): string[] {
  if (differences.length === 0) return [];
  return [
    differences
      .map(({ status, subject, expected, measured, detail }) => {
        const sign = status === 'fail' ? '!' : '?';
        const text = say('predicted {expected}, measured {measured}', {
          expected: translated(expected),
          measured:
            translated(measured) || say('nothing ({detail})', { detail: translated(detail) }),
        });
        return wrap(`${sign} ${subject}: ${text}`, width, '    ');
      })
      .join('\n'),
  ];
}

/**
 * Blocks of columns that fit the width; a cell is as wide as the largest column number and a space. Who never sends has
 * a row all the same: it says what the number of the column stands for.
 */
function grids({ endpoints, cell }: Matrix, width: number): string[] {
  const cellWidth = String(endpoints.length).length + 1;
  const label = (index: number): string => `${index + 1} ${endpoints[index]}`;
  const head = say('from \\ to');
  const labelWidth = Math.max(wide(head), ...endpoints.map((_, index) => label(index).length));
  const perBlock = Math.max(1, Math.floor((width - labelWidth - 1) / cellWidth));
  const blocks: string[] = [];
  for (let start = 0; start < endpoints.length; start += perBlock) {
    const columns = endpoints.slice(start, start + perBlock);
    const numbers = columns.map((_, i) => String(start + i + 1).padStart(cellWidth)).join('');
    const rows = endpoints.map((from, index) => {
      const signs = columns.map((to) => (cell(from, to)?.measured ?? ' ').padStart(cellWidth));
      return `${label(index).padEnd(labelWidth)} ${signs.join('')}`.trimEnd();
    });
    blocks.push([`${pad(head, labelWidth)} ${numbers}`, ...rows].join('\n'));
  }
  return blocks;
}
