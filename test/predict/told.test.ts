import { ask, factsOf, nodePort, ping, port, told } from './ask';
import { buildLab, namespacePair } from './builder';

const lab = buildLab({
  nodes: [{ name: 'node1', engine: '20.10' }, { name: 'node2' }, { name: 'node3' }],
  swarm: ['node1', 'node3'],
  networks: [
    { name: 'app', subnet: '10.1.0.0/24' },
    { name: 'quiet', icc: false },
    { name: 'closed', internal: true },
    { name: 'walled', internal: true, node: 'node3' },
    { name: 'far', subnet: '10.7.0.0/24', node: 'node2' },
  ],
  overlays: [
    { name: 'wide', subnet: '172.17.0.0/24' },
    { name: 'other', subnet: '10.8.0.0/24' },
  ],
  containers: {
    web: {},
    both: { networks: ['bridge', 'app'] },
    app: { networks: ['app'] },
    hush: { networks: ['quiet'] },
    hush2: { networks: ['quiet'] },
    shut: { networks: ['closed'] },
    wide: { networks: ['wide'] },
    near: { networks: ['wide', 'other'] },
    carried: { networks: ['wide'], node: 'node3' },
    walled: { networks: ['walled'], node: 'node3' },
    twin: { node: 'node2' },
    far: { node: 'node2', networks: ['far'] },
  },
  namespacePairs: [
    namespacePair('node1', 'all'),
    {
      ...namespacePair('node2', 'all'),
      ends: [
        { name: 'ns3', interface: 'veth3', address: '10.9.0.3', prefix: 24 },
        { name: 'ns4', interface: 'veth4', address: '10.9.0.4', prefix: 24 },
      ],
    },
  ],
});
const known = factsOf(lab, {
  web: { bridge: '172.17.0.2' },
  both: { bridge: '172.17.0.3', app: '10.1.0.3' },
  carried: { wide: '172.17.0.2' },
  twin: { bridge: '172.17.0.2' },
});

describe('a reason tells of an address', () => {
  it('who has it instead of whom it is meant for', () => {
    const instead = 'On node1 172.17.0.2 belongs to web, which answers instead of twin';
    expect(told(lab, 'both', ping('twin', 'bridge'), known)).toBe(instead);
    expect(told(lab, 'node1', ping('twin', 'bridge'), known)).toBe(instead);
    expect(told(lab, 'wide', ping('twin', 'bridge'), known)).toBe(
      'On wide 172.17.0.2 belongs to carried, which answers instead of twin',
    );
  });

  it('that the sender has it itself', () => {
    expect(told(lab, 'web', ping('twin', 'bridge'), known)).toBe(
      'web itself has 172.17.0.2, so the packet never leaves it towards twin',
    );
    expect(told(lab, 'both', ping('both', 'app'), known)).toBe(
      'The packet is for both itself and never leaves it',
    );
  });

  it('that nobody has it, and on which network', () => {
    expect(told(lab, 'web', ping('twin', 'bridge'))).toMatch(
      /^For web, the address of twin on the default bridge is in 172.17.0.0\/16, the subnet of the default bridge on node1; there nobody has it/,
    );
    expect(told(lab, 'node1', ping('twin', 'bridge'))).toMatch(
      /^For node1, the address of twin .* is in 172.17.0.0\/16, the subnet of the default bridge; there nobody has it/,
    );
    expect(told(lab, 'wide', ping('twin', 'bridge'))).toMatch(
      /^For wide, the address of twin .* is in 172.17.0.0\/24, the subnet of wide; there nobody has it/,
    );
    expect(told(lab, 'netns:ns1', ping('netns:ns3'))).toBe(
      'Nobody on the veth pair of netns:ns1 has 10.9.0.3: unreachable',
    );
    expect(told(lab, 'netns:ns1', ping('node1'))).toMatch(
      /^netns:ns1 has a route to 10.9.0.0\/24 only/,
    );
  });
});

describe('a reason tells of the way', () => {
  it('how the node reaches its container', () =>
    expect(told(lab, 'node1', ping('web', 'bridge'))).toBe(
      'node1 has an interface on the default bridge, so it reaches web directly',
    ));

  it('where it ends', () => {
    const out = factsOf(lab, {}, { defaultRoute: true });
    expect(told(lab, 'node1', ping('far', 'far'), out)).toContain(
      'node1 has no network with the address of far on far and sends the packet out of the lab',
    );
    expect(told(lab, 'node1', nodePort(80, '192.168.205.99'))).toBe(
      'Nobody on 192.168.205.0/24 has 192.168.205.99: unreachable',
    );
    expect(told(lab, 'netns:ns1', port('netns:ns2', '', 80))).toMatch(
      /^netns:ns1 and netns:ns2 are .*\nNothing in netns:ns2 listens: refused$/,
    );
    expect(told(lab, 'outside', ping('far', 'far'))).toBe(
      'The machine that runs the lab has no route to the address of far on far: timeout',
    );
  });

  it('which two bridges are apart, and who is on them', () =>
    expect(told(lab, 'app', ping('web', 'bridge'))).toContain(
      'app (app) and web (the default bridge) are on different bridges of node1; Docker',
    ));

  it('which network is internal', () => {
    expect(told(lab, 'app', ping('shut', 'closed'))).toContain(
      'closed is internal: node1 drops what comes to it',
    );
    expect(told(lab, 'shut', ping('web', 'bridge'))).toContain(
      'closed is internal: node1 (engine 20.10) drops what comes from it',
    );
    expect(told(lab, 'walled', ping('node1'))).toMatch(/^walled is on internal networks only/);
  });

  it('which network keeps its containers from each other', () =>
    expect(told(lab, 'hush', ping('hush2', 'quiet'))).toMatch(/^hush and hush2 are on quiet, /));

  it('what carries an overlay network, on one node and between two', () => {
    expect(told(lab, 'wide', ping('near', 'wide'))).toMatch(
      /wide: its bridge on node1 joins them$/,
    );
    expect(told(lab, 'wide', ping('carried', 'wide'))).toMatch(
      /wide: VXLAN carries the packet from node1 to node3$/,
    );
    expect(told(lab, 'wide', { kind: 'gateway', network: 'wide' })).toMatch(
      /^172.17.0.1 is the address of the bridge that wide has on node1/,
    );
    expect(told(lab, 'near', { kind: 'gateway', network: 'other' })).toMatch(
      /^10.8.0.1 is the address of the bridge that other has on node1/,
    );
    expect(told(lab, 'wide', ping('node2'))).toMatch(
      /^wide is on overlay networks .* put it on docker_gwbridge besides/,
    );
  });
});

it('nothing listens at the gateway of an overlay network, whoever has that address elsewhere', () => {
  expect(ask(lab, 'wide', ping('node2', 'bridge'))).toBe('reachable: overlay');
  expect(ask(lab, 'wide', port('node2', 'bridge', 22))).toBe('refused: overlay closed-port');
  expect(told(lab, 'wide', port('node2', 'bridge', 22))).toMatch(/Nothing listens there: refused$/);
});
