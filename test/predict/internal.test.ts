import { ask, nodePort, ping, port } from './ask';
import { buildLab } from './builder';

const labOf = (engine: '20.10' | '26.1' | '28.5') =>
  buildLab({
    nodes: [
      { name: 'node1', engine, listens: [{ port: 22, protocol: 'tcp' }] },
      { name: 'node2', engine },
    ],
    networks: [
      { name: 'closed', internal: true },
      { name: 'open' },
      { name: 'far', node: 'node2', subnet: '10.4.0.0/24' },
    ],
    containers: {
      inside: { networks: ['closed'], listens: [80], ports: [{ published: 8080, target: 80 }] },
      inside2: { networks: ['closed'] },
      between: { networks: ['closed', 'open'] },
      open: { networks: ['open'], listens: [80], ports: [{ published: 80 }] },
      abroad: { node: 'node2', networks: ['far'] },
    },
  });

describe.each(['20.10', '26.1', '28.5'] as const)('an internal network of engine %s', (engine) => {
  const lab = labOf(engine);

  it('connects its containers and its node', () => {
    expect(ask(lab, 'inside', ping('inside2', 'closed'))).toBe('reachable: same-bridge');
    expect(ask(lab, 'node1', ping('inside', 'closed'))).toBe('reachable: node-to-container');
    expect(ask(lab, 'inside', ping('node1', 'closed'))).toBe('reachable: gateway');
  });

  it('lets nothing in from other networks', () => {
    expect(ask(lab, 'open', ping('inside', 'closed'))).toBe(
      'timeout: default-gateway internal-network',
    );
    expect(ask(lab, 'open', port('inside', 'closed', 80))).toMatch(/^timeout/);
  });

  it('publishes nothing', () => {
    expect(ask(lab, 'node2', nodePort(8080))).toBe('refused: between-nodes internal-network');
    expect(ask(lab, 'node1', nodePort(8080))).toBe('refused: own-address internal-network');
  });

  it('leaves a container with a second network the way out', () => {
    expect(ask(lab, 'between', ping('node2'))).toBe('reachable: default-gateway nat between-nodes');
  });
});

describe.each(['26.1', '28.5'] as const)(
  'a container on an internal network of engine %s',
  (engine) => {
    const lab = labOf(engine);

    it('has no default route', () => {
      for (const target of [
        ping('node1'),
        ping('node2'),
        ping('open', 'open'),
        nodePort(22),
        nodePort(80),
      ]) {
        expect(ask(lab, 'inside', target)).toBe('unreachable: internal-network');
      }
      expect(ask(lab, 'inside', { kind: 'outside', seenAs: '' })).toBe(
        'unreachable: internal-network',
      );
    });
  },
);

describe('a container on an internal network of engine 20.10', () => {
  const lab = labOf('20.10');

  it('has a default route, so the node answers for itself and drops the rest', () => {
    expect(ask(lab, 'inside', ping('node1'))).toBe('reachable: default-gateway own-node');
    expect(ask(lab, 'inside', nodePort(22))).toBe('reachable: default-gateway own-node listener');
    expect(ask(lab, 'inside', nodePort(23))).toBe(
      'refused: default-gateway own-node not-published',
    );
    expect(ask(lab, 'inside', nodePort(80))).toBe(
      'timeout: default-gateway own-node internal-network',
    );
    expect(ask(lab, 'inside', ping('open', 'open'))).toBe(
      'timeout: default-gateway internal-network',
    );
    expect(ask(lab, 'inside', ping('node2'))).toBe('timeout: default-gateway internal-network');
    expect(ask(lab, 'inside', { kind: 'outside', seenAs: '' })).toMatch(/^timeout/);
  });

  it('is told that there is no route where the node has none', () => {
    expect(ask(lab, 'inside', ping('abroad', 'far'))).toBe('unreachable: default-gateway no-route');
  });
});
