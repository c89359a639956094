import type { CheckResult } from '../../src/verdict/result';
import { expectations } from '../../src/edges/expectations';
import type { Lab } from '../../src/topology/lab';
import { matrixOf, matrixSummary, type Matrix } from '../../src/report/matrix/cells';
import { matrixCsv } from '../../src/report/matrix/csv';
import { matrixMarkdown } from '../../src/report/matrix/markdown';
import { matrixTable } from '../../src/report/matrix/table';
import { buildLab } from '../predict/builder';
import { articleLab } from '../support/article';
import { resultOf, statement, verdict } from '../support/verdicts';
import { servicesLab } from './graph/services-lab';

const blocked = { expected: 'timeout', measured: 'timeout' };
const result = resultOf([
  verdict({ subject: 'a -> b@y' }),
  verdict({ subject: 'a -> b@x', ...blocked }),
  verdict({ subject: 'b -> a', ...blocked }),
  verdict({ subject: 'a -> c', status: 'fail', measured: 'timeout' }),
  verdict({ subject: 'b -> c', status: 'error', measured: '', detail: 'no pid' }),
  statement({}),
]);
const matrix = matrixOf(result);

/** The marks of a cell: by address, by name, at its ports. */
const marks = (one: Matrix, from: string, to: string): string | undefined =>
  one.cell(from, to)?.measured.join('');

const predicted = (lab: Lab): CheckResult =>
  resultOf(
    expectations(lab).map(({ edge, prediction }) =>
      verdict({ edge, prediction, found: { kind: 'outcome', outcome: prediction.outcome } }),
    ),
  );

describe('the matrix', () => {
  it('shows some, none, wrong and not measured differently', () => {
    expect([
      marks(matrix, 'a', 'b'),
      marks(matrix, 'b', 'a'),
      marks(matrix, 'a', 'c'),
      marks(matrix, 'b', 'c'),
      marks(matrix, 'c', 'a'),
    ]).toEqual(['~..', '-..', '!..', '?..', undefined]);
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
    const wide = matrixOf(resultOf(names.map((from) => verdict({ subject: `${from} -> c0` }))));
    const text = matrixTable(wide, { width: 40, onlyDifferences: false });
    for (const line of text.split('\n').slice(0, -4)) expect(line.length).toBeLessThanOrEqual(40);
  });

  it('is a Markdown table, and a CSV with quoted fields', () => {
    expect(matrixMarkdown(matrix, false)).toContain('| **a** |   | `~..` | `!..` |');
    const odd = matrixOf(
      resultOf([
        verdict({ edge: { from: '=a', target: { kind: 'name', name: 'b,', endpoint: 'b' } } }),
      ]),
    );
    expect(matrixCsv(odd, false).split('\n')[1]).toBe(
      `pass,'=a,b,"'=a -> ""b,""",reachable,reachable,,3`,
    );
  });
});

describe('a cell says what a person asks of two endpoints', () => {
  const lab = buildLab({
    networks: [{ name: 'app' }],
    containers: {
      a: { networks: ['app'] },
      b: { networks: ['app'], listens: [80] },
      two: { networks: ['app', 'bridge'] },
      plain: {},
      closed: { networks: ['app'] },
      'web-port': { listens: [80], ports: [{ published: 80, target: 80 }] },
      'web-host': { node: 'node2', mode: 'host', listens: [8080] },
      guest: { mode: 'container:closed', listens: [90] },
    },
  });
  const seen = matrixOf(predicted(lab));

  it.each([
    ['a', 'b', '+++', 'by address, by name and at its port'],
    ['a', 'closed', '++.', 'the refusal of a port that nobody has is no way'],
    ['a', 'plain', '--.', 'neither by address nor by name'],
    ['plain', 'b', '---', 'nor at its port'],
    ['plain', 'two', '~-.', 'at some of its addresses'],
    ['a', 'guest', '+-+', 'by the address of whose stack it has, at the port that it listens on'],
    ['outside', 'web-port', '..+', 'at the port of its node, which it publishes'],
    ['outside', 'web-host', '+.+', 'at the port and the address of its node'],
    ['node1', 'web-host', '+-+', 'from another node, too'],
    ['a', 'node2', '+..', 'a node by its own address, nothing listens there'],
  ])('%s to %s is %s: %s', (from, to, expected) => {
    expect(marks(seen, from, to)).toBe(expected);
  });

  it('says where who answers at ports of nodes does', () => {
    const text = matrixTable(seen, { width: 120, onlyDifferences: false });
    expect(text).toContain('web-port answers at node1:80');
    expect(text).toContain('web-host answers at node2:8080');
    expect(text).toContain('Three marks a cell: by address, by name, at its ports.');
  });

  it('is rarely “some” in the article’s lab', () => {
    const article = matrixOf(predicted(articleLab));
    const cells = article.senders.flatMap((from) =>
      article.endpoints.flatMap((to) => marks(article, from, to) ?? []),
    );
    const some = cells.filter((cell) => cell.includes('~'));
    expect(some.length / cells.length).toBeLessThan(0.1);
    expect(marks(article, 'outside', 'web-port')).toBe('..+');
    for (const from of ['docker-node1', 'docker-node2', 'outside', 'test1']) {
      expect(marks(article, from, 'web-host')).toMatch(/^\+.\+$/);
    }
  });

  it('counts a port of the routing mesh for its service', () => {
    const mesh = matrixOf(predicted(servicesLab()));
    expect(marks(mesh, 'outside', 'web')).toBe('..+');
    expect(marks(mesh, 'a', 'web')).toBe('+++');
    expect([...(mesh.places.get('web') ?? [])].sort()).toEqual(['node1:8080', 'node2:8080']);
  });
});
