import { ask, factsOf, nodePort, ping, port } from './ask';
import { buildLab } from './builder';

const lab = buildLab({
  nodes: [{ name: 'node1', listens: [{ port: 22, protocol: 'tcp' }] }, { name: 'node2' }],
  networks: [
    { name: 'app', subnet: '10.1.0.0/24' },
    { name: 'quiet', icc: false },
  ],
  containers: {
    web: { listens: [80] },
    app: { networks: ['app'] },
    hush: { networks: ['quiet'] },
    far: { node: 'node2', listens: [80] },
    far2: { node: 'node2' },
  },
});

describe('a node', () => {
  it('reaches its own containers, published or not', () => {
    expect(ask(lab, 'node1', ping('app', 'app'))).toBe('reachable: node-to-container');
    expect(ask(lab, 'node1', ping('hush', 'quiet'))).toBe('reachable: node-to-container');
    expect(ask(lab, 'node1', port('web', 'bridge', 80))).toBe(
      'reachable: node-to-container listener',
    );
    expect(ask(lab, 'node1', port('web', 'bridge', 23))).toBe(
      'refused: node-to-container closed-port',
    );
  });

  it('reaches other nodes, itself and the machine that runs the lab', () => {
    expect(ask(lab, 'node2', ping('node1'))).toBe('reachable: between-nodes');
    expect(ask(lab, 'node2', nodePort(22))).toBe('reachable: between-nodes listener');
    expect(ask(lab, 'node2', nodePort(23))).toBe('refused: between-nodes not-published');
    expect(ask(lab, 'node1', ping('node1'))).toBe('reachable: own-address');
    expect(ask(lab, 'node1', ping('node1', 'app'))).toBe('reachable: own-address');
    expect(ask(lab, 'node1', { kind: 'gateway', network: 'app' })).toBe('reachable: own-address');
    expect(ask(lab, 'node1', { kind: 'loopback' })).toBe('reachable: loopback');
    expect(ask(lab, 'node1', { kind: 'outside', seenAs: '' })).toBe('reachable: between-nodes');
    expect(ask(lab, 'outside', ping('node1'))).toBe('reachable: between-nodes');
  });

  it('has no route to the networks of another node', () => {
    expect(ask(lab, 'node2', ping('app', 'app'))).toBe('unreachable: no-route');
    expect(ask(lab, 'far', ping('app', 'app'))).toBe('unreachable: default-gateway no-route');
  });

  it('has no route to an address of the nodes’ network that nobody has', () => {
    const facts = factsOf(lab, {}, { defaultRoute: true });
    const nobody = nodePort(80, '192.168.205.99');
    expect(ask(lab, 'node2', nobody, facts)).toBe('unreachable: no-route');
    expect(ask(lab, 'far', nobody, facts)).toBe('unreachable: default-gateway nat no-route');
  });

  it('with a default route sends such packets out of the lab', () => {
    const facts = factsOf(lab, {}, { defaultRoute: true });
    expect(ask(lab, 'node2', ping('app', 'app'), facts)).toBe('timeout: leaves-the-lab');
    expect(ask(lab, 'outside', ping('app', 'app'), facts)).toBe('timeout: leaves-the-lab');
  });

  it('puts its own address on what its containers send to other machines', () => {
    expect(ask(lab, 'app', ping('node2'))).toBe('reachable: default-gateway nat between-nodes');
    expect(ask(lab, 'hush', { kind: 'outside', seenAs: '' })).toBe(
      'reachable: default-gateway nat between-nodes',
    );
    expect(ask(lab, 'far', nodePort(22))).toBe(
      'reachable: default-gateway nat between-nodes listener',
    );
  });
});

describe('the same subnet on two nodes', () => {
  const apart = factsOf(lab, {
    web: { bridge: '172.17.0.2' },
    far: { bridge: '172.17.0.7' },
    far2: { bridge: '172.17.0.2' },
  });

  it('keeps the packet at home, where nobody has the address', () => {
    expect(ask(lab, 'web', ping('far', 'bridge'))).toBe('unreachable: same-subnet');
    expect(ask(lab, 'node1', ping('far', 'bridge'))).toBe('unreachable: same-subnet');
    expect(ask(lab, 'web', ping('far', 'bridge'), apart)).toBe('unreachable: same-subnet');
    expect(ask(lab, 'node1', port('far', 'bridge', 80), apart)).toBe('unreachable: same-subnet');
  });

  it('makes the neighbour with that address answer instead', () => {
    expect(ask(lab, 'node1', ping('far2', 'bridge'), apart)).toBe('reachable: same-subnet');
    expect(ask(lab, 'far', ping('web', 'bridge'), apart)).toBe('reachable: same-subnet');
    expect(ask(lab, 'far', port('web', 'bridge', 80), apart)).toBe(
      'refused: same-subnet closed-port',
    );
    expect(ask(lab, 'web', ping('far2', 'bridge'), apart)).toBe('reachable: own-address');
  });

  it('makes the gateway of the other node the own one', () => {
    expect(ask(lab, 'web', ping('node2', 'bridge'))).toBe('reachable: gateway');
    expect(ask(lab, 'node1', ping('node2', 'bridge'))).toBe('reachable: own-address');
  });

  it('on a bridge of its own node that the sender is not on is another bridge', () => {
    expect(ask(lab, 'app', ping('far', 'bridge'))).toBe('timeout: default-gateway isolation');
  });

  it('is told by the facts for networks that declare none', () => {
    const chosen = buildLab({
      networks: [{ name: 'here' }, { name: 'there', node: 'node2' }],
      containers: { a1: { networks: ['here'] }, b1: { node: 'node2', networks: ['there'] } },
    });
    const facts = (there: string) => ({
      nodes: {
        node1: {
          engine: '26.1.5',
          defaultRoute: false,
          subnets: { here: '172.18.0.0/16' },
          gateways: {},
        },
        node2: { engine: '26.1.5', defaultRoute: false, subnets: { there }, gateways: {} },
      },
      addresses: {},
    });
    expect(ask(chosen, 'a1', ping('b1', 'there'), facts('172.18.0.0/16'))).toBe(
      'unreachable: same-subnet',
    );
    expect(ask(chosen, 'a1', ping('b1', 'there'), facts('172.20.0.0/16'))).toBe(
      'unreachable: default-gateway no-route',
    );
  });
});
