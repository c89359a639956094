import { columns } from '../../src/report/columns';
import { rows } from '../../src/report/rows';
import { status, type StatusRow } from '../../src/report/status';

const row = (name: string, node: string, state: string, detail: string): StatusRow => ({
  ...{ what: name === node ? 'node' : 'container', name, node, state, detail },
});

const ROWS = [
  row('node1', 'node1', 'up', 'container runs'),
  row('a', 'node1', 'running', 'Up 2 minutes; bridge, a-network-with-a-long-name, another-one'),
  row('long-name', 'node1', 'absent', 'not deployed'),
  row('node2', 'node2', 'absent', 'not made'),
];

test('containers stand below their node, in columns, and the sums come last', () => {
  expect(status(ROWS, 100).split('\n')).toEqual([
    'node1  up  container runs',
    '  a          running  Up 2 minutes; bridge, a-network-with-a-long-name, another-one',
    '  long-name  absent   not deployed',
    'node2  absent  not made',
    '',
    '1 of 2 nodes up, 1 of 2 containers running',
  ]);
});

test.each([50, 60, 80, 160])('no line is wider than %i columns', (width) => {
  for (const line of status(ROWS, width).split('\n')) {
    expect(columns(line)).toBeLessThanOrEqual(width);
  }
});

test('Chinese cells are aligned by columns', () => {
  expect(
    rows(
      [
        ['网桥', 'x'],
        ['ab', 'y'],
      ],
      { width: 80 },
    ),
  ).toEqual(['网桥  x', 'ab    y']);
});
