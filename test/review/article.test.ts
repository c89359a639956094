import type { ChangeKind } from '../../src/review/change';
import { diffReachability } from '../../src/review/diff';
import { edgeLabel } from '../../src/topology/edge';
import type { Topology, TopologyContainer } from '../../src/topology/topology';
import { validate } from '../../src/topology/validate';
import topology from '../../topologies/docker-networking';

const withContainer = (name: string, change: Partial<TopologyContainer>): Topology => ({
  ...topology,
  containers: (topology.containers ?? []).map((one) =>
    one.name === name ? { ...one, ...change } : one,
  ),
});

/** The only group of the change, and its edges by what becomes of them. */
function change(after: Topology) {
  const { groups, counts } = diffReachability(validate(topology, ''), validate(after, ''));
  const [group] = groups;
  expect(groups).toHaveLength(1);
  const labels: Record<ChangeKind, string[]> = { new: [], lost: [], outcome: [], reason: [] };
  for (const { kind, edge } of group!.edges()) labels[kind].push(edgeLabel(edge));
  return { cause: group!.cause, parties: group!.parties, counts, labels };
}

test('test4 joins the default bridge', () => {
  const { cause, parties, labels } = change(
    withContainer('test4', { networks: ['bridge', 'test-bridge'] }),
  );
  expect(cause).toBe('test4 joins the default bridge');
  expect(parties).toEqual({
    hub: ['test4'],
    both: ['test1', 'test2', 'test3', 'web', 'web-port'],
    to: [],
    from: ['docker-node1', 'test-host'],
  });
  const to = ['test1', 'test2', 'test3', 'web', 'web-port'];
  const from = ['docker-node1', ...to, 'test-host'];
  expect(labels.new.sort()).toEqual(
    [
      ...to.map((name) => `test4 -> ${name}@bridge`),
      ...from.map((name) => `${name} -> test4@bridge`),
      'test4 -> web@bridge:80/tcp',
      'test4 -> web-port@bridge:80/tcp',
    ].sort(),
  );
  expect(labels.lost).toEqual([]);
  expect(labels.outcome.sort()).toEqual(to.map((name) => `test4 -> ${name}@bridge:23/tcp`).sort());
});

test('web-port is no longer published', () => {
  const { cause, labels } = change(withContainer('web-port', { ports: [] }));
  expect(cause).toBe('web-port no longer publishes 80/tcp');
  const inside = ['test1', 'test2', 'test3', 'test4', 'test5', 'web', 'web-overlay', 'web-port'];
  const senders = ['docker-node1', 'docker-node2', 'test-host', 'web-host', 'outside', ...inside];
  expect(labels.lost.sort()).toEqual(
    [
      ...senders.map((name) => `${name} -> docker-node1[192.168.205.10]:80/tcp`),
      'docker-node1 -> docker-node1[127.0.0.1]:80/tcp',
      'test-host -> docker-node1[127.0.0.1]:80/tcp',
    ].sort(),
  );
  expect(labels.new).toEqual([]);
});

test('test2 leaves test-bridge', () => {
  const { cause, labels } = change(withContainer('test2', { networks: ['bridge'] }));
  expect(cause).toBe('test2 leaves test-bridge');
  expect(labels.lost.sort()).toEqual(
    [
      ...['docker-node1', 'test1', 'test4', 'test-host'].map(
        (name) => `${name} -> test2@test-bridge`,
      ),
      ...['test1', 'test4'].flatMap((name) => [
        `${name} -> "test2"`,
        `test2 -> ${name}@test-bridge`,
        `test2 -> "${name}"`,
      ]),
    ].sort(),
  );
  expect(labels.new).toEqual([]);
  // Its own gateway before, its node's address on a bridge that it is not on after: reachable both times.
  expect(labels.reason).toContain('test2 -> docker-node1@test-bridge');
});

test('icc=false on test-bridge', () => {
  const networks = (topology.networks ?? []).map((network) =>
    network.driver === 'overlay' ? network : { ...network, icc: false },
  );
  const { cause, parties, labels } = change({ ...topology, networks });
  expect(cause).toBe('network test-bridge of docker-node1: icc true -> false');
  const members = ['test1', 'test2', 'test4'];
  expect(parties).toEqual({ hub: [], both: members, to: [], from: [] });
  expect(labels.lost.sort()).toEqual(
    members
      .flatMap((from) =>
        members
          .filter((to) => to !== from)
          .flatMap((to) => [`${from} -> ${to}@test-bridge`, `${from} -> "${to}"`]),
      )
      .sort(),
  );
  expect(labels.new).toEqual([]);
});

test('a container on network none reaches nobody: its own loopback is no new edge', () => {
  const further = {
    name: 'more',
    node: 'docker-node1',
    image: 'busybox:1.36',
    networkMode: 'none',
  };
  const after = { ...topology, containers: [...(topology.containers ?? []), further] } as Topology;
  const { groups, withoutEffect } = diffReachability(validate(topology, ''), validate(after, ''));
  expect(groups).toEqual([]);
  expect(withoutEffect).toEqual(['more is new on docker-node1 (network mode none)']);
});
