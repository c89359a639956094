import { matrixOf, matrixSummary } from '../../reports/matrix/cells';
import { matrixCsv } from '../../reports/matrix/csv';
import { matrixMarkdown } from '../../reports/matrix/markdown';
import { matrixTable } from '../../reports/matrix/table';
import { resultOf, verdict } from '../support/verdicts';

const blocked = { expected: 'timeout', measured: 'timeout' };
const result = resultOf([
  verdict({}),
  verdict({ subject: 'a -> b@x', ...blocked }),
  verdict({ subject: 'b -> a', from: 'b', to: 'a', ...blocked }),
  verdict({ subject: 'a -> c', to: 'c', status: 'fail', measured: 'timeout' }),
  verdict({
    subject: 'b -> c',
    from: 'b',
    to: 'c',
    status: 'error',
    measured: '',
    detail: 'no pid',
  }),
  verdict({ kind: 'structure', subject: 'no edge' }),
]);
const matrix = matrixOf(result);

describe('the matrix', () => {
  it('shows some, none, wrong and not measured differently', () => {
    const sign = (from: string, to: string) => matrix.cell(from, to)?.measured;
    expect([
      sign('a', 'b'),
      sign('b', 'a'),
      sign('a', 'c'),
      sign('b', 'c'),
      sign('c', 'a'),
    ]).toEqual(['~', '-', '!', '?', undefined]);
  });

  it('ends with what was measured', () => {
    expect(matrixSummary(matrix)).toBe('5 edges: 3 as predicted, 1 wrong, 1 not measured');
  });

  it('puts differences first', () => {
    const text = matrixTable(matrix, { width: 80, onlyDifferences: false });
    expect(text.indexOf('! a -> c: predicted reachable, measured timeout')).toBe(0);
    expect(text).toContain('? b -> c: predicted reachable, measured nothing (no pid)');
    expect(matrixTable(matrix, { width: 80, onlyDifferences: true })).not.toContain('from \\ to');
  });

  it('breaks into blocks of columns that fit', () => {
    const names = Array.from({ length: 40 }, (_, i) => `c${i}`);
    const wide = matrixOf(
      resultOf(names.map((from) => verdict({ from, to: 'c0', subject: from }))),
    );
    const text = matrixTable(wide, { width: 40, onlyDifferences: false });
    for (const line of text.split('\n').slice(0, -4)) expect(line.length).toBeLessThanOrEqual(40);
  });

  it('is a Markdown table, and a CSV with quoted fields', () => {
    expect(matrixMarkdown(matrix, false)).toContain('| **a** |   | ~ | ! |');
    const odd = matrixOf(resultOf([verdict({ subject: '=a,"b"' })]));
    expect(matrixCsv(odd, false).split('\n')[1]).toBe(
      `pass,a,b,"'=a,""b""",reachable,reachable,,3`,
    );
  });
});
