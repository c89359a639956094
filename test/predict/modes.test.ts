import { ask, name, nodePort, ping, port } from './ask';
import { buildLab } from './builder';

const lab = buildLab({
  containers: {
    web: { listens: [80], ports: [{ published: 8080, target: 80 }] },
    hosted: { mode: 'host', listens: [81] },
    lonely: { mode: 'none' },
    guest: { mode: 'container:web', listens: [90] },
    squatter: { mode: 'container:hosted', listens: [91] },
    hermit: { mode: 'container:lonely' },
  },
  namespacePairs: [
    {
      node: 'node1',
      ends: [
        { name: 'red', interface: 'veth-red', address: '192.168.1.1', prefix: 24 },
        { name: 'blue', interface: 'veth-blue', address: '192.168.1.2', prefix: 24 },
      ],
      chapter: 'all',
    },
  ],
});

describe('network mode host', () => {
  it('sends as its node', () => {
    expect(ask(lab, 'hosted', ping('web', 'bridge'))).toBe(
      'reachable: host-network node-to-container',
    );
    expect(ask(lab, 'hosted', nodePort(8080, '127.0.0.1'))).toMatch(
      /^reachable: host-network loopback/,
    );
  });

  it('listens on its node’s ports, with nothing published', () => {
    expect(ask(lab, 'outside', nodePort(81))).toBe('reachable: between-nodes host-network');
    expect(ask(lab, 'web', nodePort(81))).toBe('reachable: default-gateway own-node host-network');
    expect(ask(lab, 'node1', nodePort(81, '127.0.0.1'))).toBe('reachable: loopback host-network');
  });
});

describe('network mode none', () => {
  it('has its own loopback and nothing else', () => {
    expect(ask(lab, 'lonely', { kind: 'loopback' })).toBe('reachable: loopback');
    for (const target of [ping('node1'), ping('web', 'bridge'), nodePort(8080)]) {
      expect(ask(lab, 'lonely', target)).toBe('unreachable: none-network');
    }
    expect(ask(lab, 'lonely', { kind: 'outside', seenAs: '' })).toBe('unreachable: none-network');
    expect(ask(lab, 'hermit', ping('node1'))).toBe('unreachable: shared-stack none-network');
  });
});

describe('network mode container', () => {
  it('shares addresses and ports', () => {
    expect(ask(lab, 'guest', ping('web', 'bridge'))).toBe('reachable: shared-stack own-address');
    expect(ask(lab, 'node1', port('web', 'bridge', 90))).toBe(
      'reachable: node-to-container listener',
    );
    expect(ask(lab, 'guest', name('web'))).toMatch(/^unresolved/);
  });

  it('of a host-mode container is the node’s', () => {
    expect(ask(lab, 'squatter', ping('web', 'bridge'))).toBe(
      'reachable: shared-stack node-to-container',
    );
    expect(ask(lab, 'node2', nodePort(91))).toBe('reachable: between-nodes host-network');
  });
});

describe('a pair of namespaces', () => {
  it('reaches itself and each other', () => {
    expect(ask(lab, 'netns:red', ping('netns:blue'))).toBe('reachable: namespace-pair');
    expect(ask(lab, 'netns:blue', ping('netns:red'))).toBe('reachable: namespace-pair');
    expect(ask(lab, 'netns:red', ping('netns:red'))).toBe('reachable: own-address');
    expect(ask(lab, 'netns:red', { kind: 'loopback' })).toBe('reachable: loopback');
  });

  it('refuses every port', () => {
    expect(ask(lab, 'netns:red', port('netns:blue', '', 80))).toBe(
      'refused: namespace-pair closed-port',
    );
    expect(ask(lab, 'netns:red', port('netns:red', '', 80))).toBe(
      'refused: own-address closed-port',
    );
  });

  it('reaches nothing else', () => {
    for (const target of [
      ping('node1'),
      ping('node1', 'bridge'),
      ping('web', 'bridge'),
      nodePort(8080),
    ]) {
      expect(ask(lab, 'netns:red', target)).toBe('unreachable: namespace-pair');
    }
  });

  it('is reached by nobody else', () => {
    expect(ask(lab, 'node1', ping('netns:red'))).toBe('unreachable: no-route');
    expect(ask(lab, 'web', ping('netns:red'))).toBe('unreachable: default-gateway no-route');
    expect(ask(lab, 'node2', ping('netns:red'))).toBe('unreachable: no-route');
  });
});

it('a container’s own loopback answers', () => {
  expect(ask(lab, 'web', { kind: 'loopback' })).toBe('reachable: loopback');
});
