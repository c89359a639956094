import { needsGatewayBridge } from '../../src/network/gateway';
import { ask, factsOf, name, nodePort, ping, port, told } from './ask';
import { buildLab, type LabSpec } from './builder';

const spec: LabSpec = {
  nodes: [{ name: 'node1' }, { name: 'node2' }, { name: 'node3' }],
  swarm: ['node1', 'node2'],
  networks: [{ name: 'user' }, { name: 'inner', internal: true }],
  overlays: [{ name: 'wide' }, { name: 'closed', internal: true }],
  containers: {
    a: { networks: ['wide'], listens: [80], ports: [{ published: 8080, target: 80 }] },
    near: { networks: ['wide'] },
    b: { node: 'node2', networks: [{ network: 'wide', aliases: ['bee'] }], listens: [80] },
    both: { networks: ['wide', 'user'] },
    shut: { networks: ['closed'] },
    shut2: { node: 'node2', networks: ['closed'] },
    half: { networks: ['wide', 'inner'] },
    plain: { networks: ['user'] },
    alone: { node: 'node3' },
  },
};
const lab = buildLab(spec);

describe('an overlay network', () => {
  it('joins containers of different nodes, by address, by name, by alias and at ports', () => {
    expect(ask(lab, 'a', ping('b', 'wide'))).toBe('reachable: overlay');
    expect(ask(lab, 'b', ping('a', 'wide'))).toBe('reachable: overlay');
    expect(ask(lab, 'a', name('b'))).toBe('reachable: embedded-dns overlay');
    expect(ask(lab, 'a', name('bee'))).toBe('reachable: embedded-dns overlay');
    expect(ask(lab, 'a', port('b', 'wide', 80))).toBe('reachable: overlay listener');
    expect(ask(lab, 'a', port('b', 'wide', 81))).toBe('refused: overlay closed-port');
  });

  it('joins containers of one node too', () =>
    expect(ask(lab, 'a', ping('near', 'wide'))).toBe('reachable: overlay'));

  it('answers at its gateway on every node, where nothing listens', () => {
    expect(ask(lab, 'a', { kind: 'gateway', network: 'wide' })).toBe('reachable: overlay');
    expect(ask(lab, 'b', { kind: 'gateway', network: 'wide' })).toBe('reachable: overlay');
  });

  it('is nobody else’s: not a node’s, not that of a container that is not on it', () => {
    expect(ask(lab, 'node1', ping('a', 'wide'))).toBe('unreachable: no-route');
    expect(ask(lab, 'plain', ping('a', 'wide'))).toBe('unreachable: default-gateway no-route');
    expect(ask(lab, 'alone', ping('b', 'wide'))).toBe('unreachable: default-gateway no-route');
    expect(ask(lab, 'plain', name('b'))).toBe('unresolved: names-across-networks');
  });

  it('is not on the way to another one', () => {
    expect(ask(lab, 'a', ping('shut', 'closed'))).toBe(
      'unreachable: gateway-bridge default-gateway no-route',
    );
    expect(ask(lab, 'shut', ping('a', 'wide'))).toBe('unreachable: internal-network');
    expect(ask(lab, 'shut', ping('shut2', 'closed'))).toBe('reachable: overlay');
  });

  it('answers with whoever has the address that is asked for', () => {
    const twin = buildLab({
      ...spec,
      containers: { ...spec.containers, alone: { node: 'node3' } },
      overlays: [{ name: 'wide', subnet: '172.17.0.0/16' }, { name: 'closed' }],
    });
    const facts = factsOf(twin, { alone: { bridge: '172.17.0.5' }, b: { wide: '172.17.0.5' } });
    expect(ask(twin, 'a', ping('alone', 'bridge'), facts)).toBe('reachable: same-subnet');
    const nobody = factsOf(twin, { alone: { bridge: '172.17.0.9' }, b: { wide: '172.17.0.5' } });
    expect(ask(twin, 'a', ping('alone', 'bridge'), nobody)).toBe('unreachable: same-subnet');
  });
});

describe('a name on an overlay network and on a bridge', () => {
  const twice = (internal: boolean) =>
    buildLab({
      swarm: ['node1', 'node2'],
      networks: [{ name: 'a-bridge', icc: false }],
      overlays: [{ name: 'wide', internal }],
      containers: {
        c1: { networks: ['a-bridge', 'wide'] },
        c2: { networks: ['wide', 'a-bridge'] },
      },
    });

  it.each([false, true])('is asked for on the overlay first (internal: %s)', (internal) =>
    expect(ask(twice(internal), 'c1', name('c2'))).toBe('reachable: embedded-dns overlay'),
  );

  it('does not change who is the default gateway', () =>
    expect(ask(twice(false), 'c1', { kind: 'outside', seenAs: '192.168.205.10' })).toBe(
      'reachable: default-gateway nat between-nodes',
    ));
});

describe('docker_gwbridge', () => {
  it('is the way out for a container on overlay networks alone', () =>
    expect(ask(lab, 'a', { kind: 'outside', seenAs: '192.168.205.10' })).toBe(
      'reachable: gateway-bridge default-gateway nat between-nodes',
    ));

  it('is left out where a bridge leads out', () =>
    expect(ask(lab, 'both', { kind: 'outside', seenAs: '192.168.205.10' })).toBe(
      'reachable: default-gateway nat between-nodes',
    ));

  it('is there beside an internal bridge, and not beside internal overlays', () => {
    expect(ask(lab, 'half', ping('node2'))).toMatch(/^reachable: gateway-bridge/);
    expect(ask(lab, 'shut', ping('node2'))).toBe('unreachable: internal-network');
  });

  it('loses the default route to an internal bridge up to engine 24', () => {
    const old = buildLab({
      ...spec,
      nodes: ['node1', 'node2', 'node3'].map((one) => ({ name: one, engine: '20.10' })),
    });
    expect(ask(old, 'half', ping('node2'))).toBe('timeout: default-gateway internal-network');
    expect(ask(old, 'node1', ping('half', 'docker_gwbridge'))).toBe('reachable: node-to-container');
  });

  it('keeps its containers from each other, and gives them no names', () => {
    expect(ask(lab, 'a', ping('half', 'docker_gwbridge'))).toBe('timeout: icc');
    expect(ask(lab, 'plain', name('half'))).toBe('unresolved: names-across-networks');
  });

  it('lets the node in', () =>
    expect(ask(lab, 'node1', ping('a', 'docker_gwbridge'))).toBe('reachable: node-to-container'));

  it('is on no node outside of the swarm', () =>
    expect(() => ask(lab, 'a', ping('node3', 'docker_gwbridge'))).toThrow('no network'));

  it('carries what is published', () => {
    expect(ask(lab, 'outside', nodePort(8080))).toBe(
      'reachable: between-nodes published-port listener',
    );
    expect(ask(lab, 'plain', nodePort(8080))).toBe(
      'reachable: default-gateway own-node userland-proxy listener',
    );
  });

  it('is not among the networks on which a name is looked for', () =>
    expect(told(lab, 'a', name('plain'))).toContain('(wide)'));
});

describe('who needs docker_gwbridge', () => {
  const net = (driver: 'bridge' | 'overlay', internal = false) => ({ driver, internal });

  test.each([
    ['no network', [], false],
    ['an overlay', [net('overlay')], true],
    ['an internal overlay', [net('overlay', true)], false],
    ['an overlay and a bridge', [net('overlay'), net('bridge')], false],
    ['an overlay and an internal bridge', [net('overlay'), net('bridge', true)], true],
    [
      'an internal overlay and an internal bridge',
      [net('overlay', true), net('bridge', true)],
      false,
    ],
    ['a bridge', [net('bridge')], false],
  ])('%s', (_, networks, needs) => expect(needsGatewayBridge(networks)).toBe(needs));
});
