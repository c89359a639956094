import { diffReachability } from '../../src/review/diff';
import { edgeLabel } from '../../src/topology/edge';
import { buildLab, type LabSpec } from '../predict/builder';
import { english } from '../../src/text/tell';

/** Cause of each new or lost edge, by label. */
function causes(before: LabSpec, after: LabSpec): Record<string, string> {
  const { groups } = diffReachability(buildLab(before), buildLab(after));
  return Object.fromEntries(
    groups.flatMap((group) =>
      [...group.edges()]
        .filter(({ kind }) => kind === 'new' || kind === 'lost')
        .map(({ edge }) => [edgeLabel(edge), english(group.cause)]),
    ),
  );
}

const networks = [{ name: 'net' }, { name: 'wide' }];
const http = { port: 80, protocol: 'tcp' as const };

test('of two networks that a container joins, the one on which the target is', () => {
  const both = causes(
    { networks, containers: { a: {}, b: { networks: ['net'] }, c: { networks: ['wide'] } } },
    {
      networks,
      containers: {
        a: { networks: ['bridge', 'net', 'wide'] },
        b: { networks: ['net'] },
        c: { networks: ['wide'] },
      },
    },
  );
  expect(both).toMatchObject({
    'a -> b@net': 'a joins net',
    'a -> "b"': 'a joins net',
    'b -> a@net': 'a joins net',
    'b -> "a"': 'a joins net',
    'a -> c@wide': 'a joins wide',
    'c -> a@wide': 'a joins wide',
  });
});

test('a link before the network that its container joins', () => {
  const link = { container: 'b', alias: 'db', chapter: 'all' };
  const found = causes(
    { networks, containers: { a: {}, b: {} } },
    { networks, containers: { a: { networks: ['bridge', 'net'], links: [link] }, b: {} } },
  );
  expect(found['a -> "db"']).toBe('a is linked to b as db');
});

test('an alias, and the name of the container that joins', () => {
  const aliased = { networks: [{ network: 'net', aliases: ['db'] }] };
  const found = causes(
    { networks, containers: { a: { networks: ['net'] }, b: {}, c: { networks: ['net'] } } },
    {
      networks,
      containers: { a: aliased, b: { networks: ['bridge', 'net'] }, c: { networks: ['net'] } },
    },
  );
  expect(found).toMatchObject({
    'c -> "db"': 'a gets the name db on net',
    'c -> "b"': 'b joins net',
    'b -> "db"': 'a gets the name db on net',
  });
});

test('a published port before the listener behind it, and that before the new container that asks', () => {
  const before: LabSpec = { containers: { web: {} } };
  const found = causes(before, {
    containers: { web: { ports: [{ published: 8080, target: 80 }], listens: [http] }, n: {} },
  });
  expect(found).toMatchObject({
    'node2 -> node1[192.168.205.10]:8080/tcp': 'web publishes 8080/tcp',
    'n -> node1[192.168.205.10]:8080/tcp': 'web publishes 8080/tcp',
    'n -> web@bridge:80/tcp': 'web listens on 80/tcp',
    'n -> web@bridge': 'n is new on node1 (the default bridge)',
  });
});

test('a listener behind a port that was published before', () => {
  const ports = [{ published: 8080, target: 80, protocol: 'tcp' as const }];
  const found = causes(
    { containers: { web: { ports }, b: {} } },
    { containers: { web: { ports, listens: [http] }, b: { image: 'nginx:1.26' } } },
  );
  expect(found['outside -> node1[192.168.205.10]:8080/tcp']).toBe('web listens on 80/tcp');
});

test('what a new network brings belongs to the network', () => {
  const found = causes(
    { containers: { a: {}, b: {} } },
    {
      networks: [{ name: 'net' }],
      containers: { a: { networks: ['bridge', 'net'] }, b: { networks: ['bridge', 'net'] } },
    },
  );
  expect(new Set(Object.values(found))).toEqual(
    new Set(['network net of node1 is new, with a, b']),
  );
});

test('two containers on a network whose options change, and one that leaves it', () => {
  const containers = { a: { networks: ['net'] }, b: { networks: ['net'] } };
  const found = causes(
    { networks, containers: { ...containers, c: { networks: ['bridge', 'net'] } } },
    {
      networks: [{ name: 'net', icc: false }, { name: 'wide' }],
      containers: { ...containers, c: {} },
    },
  );
  expect(found).toMatchObject({
    'a -> b@net': 'network net of node1: icc true -> false',
    'a -> c@net': 'c leaves net',
    'c -> a@net': 'c leaves net',
  });
});

describe('a network takes the subnet that one of the other node has', () => {
  // a asks for z, which is on neither side of that change: its packets now end on the new network of node1.
  const far = { name: 'far', node: 'node2' };
  const containers = { a: {}, z: { node: 'node2', networks: ['far'] } };
  const before = buildLab({ networks: [far], containers });
  const causeOfAll = (further: LabSpec['containers']): string[] => {
    const networks = [{ name: 'near' }, far];
    const after = buildLab({ networks, containers: { ...containers, ...further } });
    const groups = diffReachability(before, after).groups.filter((group) =>
      [...group.edges()].some(({ edge }) => edgeLabel(edge) === 'a -> z@far'),
    );
    return groups.map(({ cause }) => english(cause));
  };

  test('the only change is the cause', () => {
    expect(causeOfAll({ a: { image: 'nginx:1.26' } })).toEqual(['network near of node1 is new']);
  });

  test('with another change: nothing explains it', () => {
    expect(causeOfAll({ new: {} })).toEqual(['other changes']);
  });
});
