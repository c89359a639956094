import type { EngineSeries } from '../../src/topology/engines';
import { addServices } from '../support/services';
import { ask, nodePort, ping, port, told } from './ask';
import { buildLab } from './builder';

const labOf = (engine: EngineSeries) =>
  addServices(
    buildLab({
      nodes: [
        { name: 'node1', engine },
        { name: 'node2', engine },
      ],
      swarm: ['node1', 'node2'],
      overlays: [{ name: 'over' }, { name: 'deep', internal: true }],
      networks: [
        { name: 'user', node: 'node1' },
        { name: 'shut', node: 'node1', internal: true },
        { name: 'apart', node: 'node1', icc: false },
      ],
      containers: {
        plain: { listens: [8080] },
        own: { networks: ['user'], listens: [8080] },
        inside: { networks: ['shut'], listens: [8080] },
        shy: { networks: ['apart'], listens: [8080, 9090] },
        coy: { networks: ['apart'] },
        member: { networks: ['over'] },
        far: { node: 'node2' },
      },
    }),
    {
      web: { ports: [8080], listens: [80], networks: ['over'], replicas: 2 },
      hollow: { ports: [8081], networks: ['deep'] },
    },
  );
const lab = labOf('20.10');

describe('a port that a service publishes through the routing mesh', () => {
  it('is answered by a replica, on every node and from everywhere', () => {
    for (const from of ['outside', 'node1', 'node2', 'plain', 'own', 'member', 'far', 'web.1']) {
      expect(ask(lab, from, nodePort(8080))).toMatch(/^reachable: .*routing-mesh listener$/);
    }
    expect(
      ask(lab, 'outside', { ...nodePort(8080, '192.168.205.11'), node: 'node2' } as never),
    ).toBe('reachable: between-nodes routing-mesh listener');
    expect(ask(lab, 'node1', nodePort(8080, '127.0.0.1'))).toBe(
      'reachable: loopback routing-mesh listener',
    );
    expect(ask(lab, 'inside', nodePort(8080))).toMatch(/^reachable: .*routing-mesh listener$/);
  });

  it('is refused where nothing listens in the replicas', () => {
    expect(ask(lab, 'outside', nodePort(8081))).toBe(
      'refused: between-nodes routing-mesh closed-port',
    );
    expect(told(lab, 'outside', nodePort(8081))).toContain('hollow publishes 8081/tcp');
  });

  it('gives replicas a way out over docker_gwbridge, also from internal overlays', () => {
    expect(ask(lab, 'hollow.1', nodePort(8080))).toMatch(/^reachable: gateway-bridge /);
  });

  it('is let through between bridges, whoever has it there', () => {
    const crossing = 'default-gateway routing-mesh';
    expect(ask(lab, 'own', port('plain', 'bridge', 8080))).toBe(`reachable: ${crossing} listener`);
    expect(ask(lab, 'own', port('coy', 'apart', 8080))).toBe(`refused: ${crossing} closed-port`);
    expect(ask(lab, 'plain', port('inside', 'shut', 8080))).toBe(`reachable: ${crossing} listener`);
    expect(ask(lab, 'inside', port('plain', 'bridge', 8080))).toBe(
      `reachable: ${crossing} listener`,
    );
    expect(ask(lab, 'coy', port('shy', 'apart', 8080))).toBe(
      'reachable: routing-mesh same-bridge listener',
    );
  });

  it('opens nothing else', () => {
    expect(ask(lab, 'own', port('plain', 'bridge', 9090))).toBe(
      'timeout: default-gateway isolation',
    );
    expect(ask(lab, 'own', port('plain', 'bridge', 8080, 'udp'))).toBe(
      'timeout: default-gateway isolation',
    );
    expect(ask(lab, 'own', ping('plain', 'bridge'))).toBe('timeout: default-gateway isolation');
    expect(ask(lab, 'coy', port('shy', 'apart', 9090))).toBe('timeout: icc');
  });
});

describe('the routing mesh since engine 29.8', () => {
  const today = labOf('29');

  it('is published as a container’s port: docker-proxy serves docker_gwbridge and 127.0.0.1', () => {
    expect(ask(today, 'member', nodePort(8081))).toMatch(/^reachable: .*userland-proxy$/);
    expect(ask(today, 'node1', nodePort(8081, '127.0.0.1'))).toMatch(/^reachable/);
    for (const from of ['outside', 'plain', 'own', 'node1'])
      expect(ask(today, from, nodePort(8081))).toMatch(/^refused: .*routing-mesh closed-port$/);
    expect(ask(today, 'member', nodePort(8080))).toMatch(/^reachable: .*routing-mesh listener$/);
  });

  it('lets nothing through between bridges', () => {
    expect(ask(today, 'own', port('plain', 'bridge', 8080))).toBe(
      'timeout: default-gateway isolation',
    );
    expect(ask(today, 'coy', port('shy', 'apart', 8080))).toBe('timeout: icc');
  });
});
