import {
  claimVerdicts,
  chaptersOf,
  claimWays,
  furtherExpectations,
} from '../../src/verdict/claims';
import type { EdgeVerdict } from '../../src/verdict/result';
import { edgeLabel, receiverOf } from '../../src/topology/edge';
import { expectations } from '../../src/edges/expectations';
import type { Found } from '../../src/edges/found';
import { validate } from '../../src/topology/validate';
import type { Facts } from '../../src/network/facts';

const NO_FACTS: Facts = { nodes: {}, addresses: {} };

const lab = validate(
  {
    name: 'claims',
    outside: { address: '192.168.205.1' },
    chapters: [{ id: 'all', title: 'All' }],
    nodes: [{ name: 'node1', address: '192.168.205.10/24' }],
    networks: [
      { name: 'front', node: 'node1' },
      { name: 'back', node: 'node1' },
    ],
    containers: [
      ...['web', 'admin'].map((name) => ({
        name,
        node: 'node1',
        image: 'a',
        networks: ['front', 'back'],
      })),
      { name: 'other', node: 'node1', image: 'a', networks: ['front'] },
      { name: 'db', node: 'node1', image: 'a', networks: ['back'], listens: [{ port: 5432 }] },
    ],
    claims: [
      'never: outside -> db',
      'never: outside -> db:5432',
      'never: front/* -> db but web -> db:5432, admin -> db, web -> db',
      'never: other -> db',
      'always: web -> db:5432',
      'always: admin -> db',
    ],
  },
  'claims.ts',
);

/** What a check says of the claims where these edges turn out otherwise; by their labels. */
function checked(otherwise: Readonly<Record<string, Found['outcome'] | 'error'>>) {
  const ways = claimWays(lab, new Map(), NO_FACTS);
  const plain = expectations(lab);
  const expected = [...plain, ...furtherExpectations(ways, plain)];
  const edges = expected.map(({ chapter, edge, prediction }): EdgeVerdict => {
    const outcome = otherwise[edgeLabel(edge)] ?? prediction.outcome;
    return {
      ...{ kind: 'edge', chapter, edge, prediction, from: edge.from, to: receiverOf(edge) },
      ...{
        detail: '',
        ms: 1,
        status: outcome === 'error' ? 'error' : outcome === prediction.outcome ? 'pass' : 'fail',
      },
      ...(outcome === 'error' ? {} : { found: { kind: 'outcome', outcome } }),
    };
  });
  const unknown = Object.keys(otherwise).filter(
    (label) => !expected.some(({ edge }) => edgeLabel(edge) === label),
  );
  if (unknown.length > 0) throw new Error(`nobody asks ${unknown.join()}`);
  return claimVerdicts(ways, edges)
    .filter(({ status }) => status !== 'pass')
    .map(({ status, statement }) => `${status} ${'text' in statement ? statement.text : ''}`);
}

test('claims hold where everything is as predicted', () => {
  expect(checked({})).toEqual([]);
});

test.each<[string, Parameters<typeof checked>[0], string[]]>([
  [
    'a port that somebody published by hand',
    { 'outside -> node1[192.168.205.10]:5432/tcp': 'reachable' },
    ['fail never: outside -> db', 'fail never: outside -> db:5432'],
  ],
  [
    'an address that is reached after all',
    { 'other -> db@back': 'reachable' },
    [
      'fail never: front/* -> db but web -> db:5432, admin -> db, web -> db',
      'fail never: other -> db',
    ],
  ],
  [
    'a name that resolves after all',
    { 'other -> "db"': 'reachable' },
    [
      'fail never: front/* -> db but web -> db:5432, admin -> db, web -> db',
      'fail never: other -> db',
    ],
  ],
  [
    'a port where nobody listens any more',
    { 'web -> db@back:5432/tcp': 'refused' },
    ['fail always: web -> db:5432'],
  ],
  [
    'a container that is reached in no way any more',
    {
      'admin -> db@back': 'timeout',
      'admin -> "db"': 'unresolved',
      'admin -> db@back:5432/tcp': 'timeout',
      'admin -> db@back:23/tcp': 'timeout',
    },
    ['fail always: admin -> db'],
  ],
  [
    'an edge that could not be measured',
    { 'web -> db@back:5432/tcp': 'error' },
    ['error always: web -> db:5432'],
  ],
])('%s breaks what speaks of it, and nothing else', (_, otherwise, broken) => {
  expect(checked(otherwise)).toEqual(broken);
});

test('claims have a chapter of their own, where there are any', () => {
  expect(chaptersOf(lab).map(({ id }) => id)).toEqual(['all', 'claims']);
  expect(chaptersOf({ ...lab, claims: [] }).map(({ id }) => id)).toEqual(['all']);
});
