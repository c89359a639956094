import type { EngineSeries } from '../../src/topology/engines';
import { ask, nodePort } from './ask';
import { buildLab } from './builder';

const labOf = (engine: EngineSeries) =>
  buildLab({
    nodes: [
      {
        name: 'node1',
        engine,
        listens: [{ port: 9, protocol: 'udp' }],
      },
      { name: 'node2', engine },
    ],
    networks: [{ name: 'app' }, { name: 'quiet', icc: false }],
    containers: {
      web: {
        listens: [80, { port: 53, protocol: 'udp' }],
        ports: [
          { published: 8080, target: 80 },
          { published: 8081, target: 81 },
          { published: 8082, target: 80, ip: '127.0.0.1' },
          { published: 8083, target: 80, ip: '192.168.205.10' },
          { published: 53, protocol: 'udp' },
          { published: 54, protocol: 'udp' },
          { published: 55, target: 53, protocol: 'udp', ip: '192.168.205.10' },
        ],
      },
      same: {},
      other: { networks: ['app'] },
      hush: { networks: ['quiet'], listens: [80], ports: [{ published: 8090, target: 80 }] },
      hush2: { networks: ['quiet'] },
      far: { node: 'node2' },
    },
  });
const lab = labOf('26.1');

describe('a published port', () => {
  it.each(['node2', 'outside'])('answers %s at the node’s address', (from) => {
    expect(ask(lab, from, nodePort(8080))).toBe('reachable: between-nodes published-port listener');
    expect(ask(lab, from, nodePort(8081))).toBe(
      'refused: between-nodes published-port closed-port',
    );
    expect(ask(lab, from, nodePort(53, undefined, 'udp'))).toMatch(/^reachable/);
    expect(ask(lab, from, nodePort(54, undefined, 'udp'))).toMatch(/^refused/);
  });

  it('answers a container of another node', () => {
    expect(ask(lab, 'far', nodePort(8080))).toBe(
      'reachable: default-gateway nat between-nodes published-port listener',
    );
  });

  it('answers the node at its own address, rewritten, and at 127.0.0.1, by docker-proxy', () => {
    expect(ask(lab, 'node1', nodePort(8080))).toBe(
      'reachable: own-address published-port listener',
    );
    expect(ask(lab, 'node1', nodePort(8081))).toBe(
      'refused: own-address published-port closed-port',
    );
    expect(ask(lab, 'node1', nodePort(8080, '127.0.0.1'))).toBe(
      'reachable: loopback userland-proxy listener',
    );
  });

  it('is taken by docker-proxy before anything in the container answers', () => {
    expect(ask(lab, 'node1', nodePort(8081, '127.0.0.1'))).toBe(
      'reachable: loopback userland-proxy userland-proxy',
    );
    expect(ask(lab, 'node1', nodePort(54, '127.0.0.1', 'udp'))).toBe(
      'timeout: loopback userland-proxy userland-proxy',
    );
    expect(ask(lab, 'node1', nodePort(53, '127.0.0.1', 'udp'))).toMatch(/^reachable/);
    expect(ask(lab, 'same', nodePort(8081))).toMatch(/^reachable/);
  });

  it.each(['same', 'other', 'web', 'hush'])(
    'answers %s on the same node, of whatever network',
    (from) => {
      expect(ask(lab, from, nodePort(8080))).toBe(
        'reachable: default-gateway own-node userland-proxy listener',
      );
    },
  );

  it('opens a way between containers that may not talk to each other', () => {
    expect(ask(lab, 'hush2', nodePort(8090))).toMatch(/^reachable/);
  });

  it('on one address is refused on the others', () => {
    expect(ask(lab, 'node2', nodePort(8082))).toBe('refused: between-nodes publish-address');
    expect(ask(lab, 'node1', nodePort(8082, '127.0.0.1'))).toMatch(/^reachable/);
    expect(ask(lab, 'node2', nodePort(8083))).toMatch(/^reachable/);
    expect(ask(lab, 'node1', nodePort(8083, '127.0.0.1'))).toBe(
      'refused: loopback publish-address',
    );
  });

  it('is a port of one protocol', () => {
    expect(ask(lab, 'node2', nodePort(8080, undefined, 'udp'))).toBe(
      'refused: between-nodes not-published',
    );
    expect(ask(lab, 'node2', nodePort(53))).toBe('refused: between-nodes not-published');
  });
});

describe('udp to the node of the sender', () => {
  it.each(['20.10', '26.1'] as const)(
    'gets its answer from the wrong address on engine %s',
    (engine) => {
      expect(ask(labOf(engine), 'other', nodePort(53, undefined, 'udp'))).toBe(
        'timeout: default-gateway own-node userland-proxy udp-source',
      );
    },
  );

  it('gets it from the right one since 28.0', () => {
    expect(ask(labOf('28.5'), 'other', nodePort(53, undefined, 'udp'))).toBe(
      'reachable: default-gateway own-node userland-proxy listener',
    );
    expect(ask(labOf('28.5'), 'other', nodePort(54, undefined, 'udp'))).toMatch(/^timeout/);
  });

  it('gets it where docker-proxy listens on that one address only', () => {
    expect(ask(lab, 'other', nodePort(55, undefined, 'udp'))).toMatch(/^reachable/);
  });

  it('is answered from the wrong address by the node’s own listeners, but not on the way from elsewhere', () => {
    expect(ask(labOf('28.5'), 'other', nodePort(9, undefined, 'udp'))).toBe(
      'timeout: default-gateway own-node udp-source',
    );
    expect(ask(lab, 'other', nodePort(9, '172.18.0.1', 'udp'))).toBe('reachable: gateway listener');
    expect(ask(lab, 'node2', nodePort(9, undefined, 'udp'))).toMatch(/^reachable/);
    expect(ask(lab, 'node1', nodePort(9, undefined, 'udp'))).toMatch(/^reachable/);
  });
});

describe('engine 29', () => {
  const today = labOf('29');

  it('rewrites what comes from another bridge, and passes nobody’s silence off as an answer', () => {
    expect(ask(today, 'other', nodePort(8080))).toBe(
      'reachable: default-gateway own-node published-port listener',
    );
    expect(ask(today, 'other', nodePort(8081))).toBe(
      'refused: default-gateway own-node published-port closed-port',
    );
    expect(ask(today, 'other', nodePort(54, undefined, 'udp'))).toMatch(/^refused/);
  });

  it('still lets docker-proxy serve the publisher’s own bridge and the node’s 127.0.0.1', () => {
    expect(ask(today, 'same', nodePort(8081))).toMatch(/^reachable: .*userland-proxy$/);
    expect(ask(today, 'node1', nodePort(8081, '127.0.0.1'))).toMatch(/^reachable/);
  });
});
