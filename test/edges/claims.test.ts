import { readClaim } from '../../src/topology/claims';
import { prove, unknownParties } from '../../src/edges/prove';
import { TopologyError } from '../../src/topology/problems';
import { validate } from '../../src/topology/validate';
import { labOfProject, projectOf } from '../support/compose';

const project = (claims: readonly unknown[], db: object = { networks: { back: null } }) =>
  labOfProject(
    projectOf({
      name: 'p',
      services: {
        web: {
          networks: { front: null, back: null },
          ports: [{ target: 80, published: '8080' }],
        },
        other: { networks: { front: null } },
        db: { expose: ['5432'], ...db },
      },
      networks: { front: { name: 'f' }, back: { name: 'b' } },
      'x-reachability': claims,
    }),
  );

const proved = (claims: readonly unknown[], db?: object) => {
  const { lab, names } = project(claims, db);
  return prove(lab, lab.claims ?? [], names).map(({ status }) => status);
};

test.each<[string, string]>([
  ['never: outside -> db', 'holds'],
  ['never: outside -> db:5432', 'holds'],
  ['never: outside -> web', 'broken'],
  ['never: other -> db', 'holds'],
  ['never: web -> db', 'broken'],
  ['never: web -> db but web -> db:5432', 'broken'],
  ['never: front/* -> db but web -> db', 'holds'],
  ['never: * -> db but web -> db', 'holds'],
  ['never: db -> outside', 'broken'],
  ['never: other -> web:9999', 'open'],
  ['always: web -> db:5432', 'holds'],
  ['always: web -> db', 'holds'],
  ['always: other -> db:5432', 'broken'],
  ['always: front/* -> db', 'broken'],
  ['always: web -> db:9999', 'open'],
  ['always: outside -> web:80', 'holds'],
])('%s: %s', (text, status) => expect(proved([text])).toEqual([status]));

test('a port that is published breaks what was never to be reached, by the port inside too', () => {
  const open = { networks: { back: null }, ports: [{ target: 5432, published: '15432' }] };
  expect(proved(['never: outside -> db', 'never: outside -> db:5432'], open)).toEqual([
    'broken',
    'broken',
  ]);
});

test('a claim without quotes is a key with a value to YAML', () => {
  expect(proved([{ never: 'outside -> db' }])).toEqual(['holds']);
});

test.each(['', 'never', 'never: a', 'never: a -> b -> c', 'maybe: a -> b', 'always: * -> b'])(
  '%j is no claim',
  (text) => expect(readClaim(text).ok).toBe(false),
);

test('a claim that cannot be read is a problem of the topology', () => {
  expect(() => project(['never: web'])).toThrow(TopologyError);
  expect(() =>
    validate(
      {
        ...{ name: 'x', outside: { address: '10.0.0.1' }, claims: ['never: web'] },
        chapters: [{ id: 'a', title: 'A' }],
        nodes: [{ name: 'n1', address: '10.0.0.2/24' }],
      },
      'x.ts',
    ),
  ).toThrow('claims[0]: "never: web" is no claim');
});

test('whom a claim names is looked up', () => {
  const { lab, names } = project(['never: outside -> bd', 'never: none/* -> db']);
  expect(unknownParties(lab, lab.claims ?? [], names).map(({ name }) => name)).toEqual([
    'bd',
    'none/*',
  ]);
});

test('everybody on a macvlan network can be meant', () => {
  const lab = validate(
    {
      ...{
        name: 'lan',
        outside: { address: '192.168.205.1' },
        chapters: [{ id: 'a', title: 'A' }],
      },
      nodes: [{ name: 'n1', address: '192.168.205.10/24', engine: '28.5' }],
      networks: [
        { name: 'lan', node: 'n1', driver: 'macvlan', parent: 'eth0', subnet: '172.30.0.0/24' },
      ],
      containers: [{ name: 'c1', node: 'n1', image: 'busybox:1.36', networks: ['lan'] }],
      claims: ['never: outside -> lan/*', 'never: outside -> far/*'],
    },
    'lan.ts',
  );
  const unknown = unknownParties(lab, lab.claims ?? [], new Map());
  expect(unknown.map(({ name }) => name)).toEqual(['far/*']);
});
