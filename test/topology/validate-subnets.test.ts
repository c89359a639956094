import { baseTopology, labWith, problemsOf, refuses } from '../support/base-topology';

describe('subnets and gateways', () => {
  refuses([
    [
      'two networks of one node that overlap',
      (t) => (t.networks[1]!.subnet = '172.30.0.128/25'),
      [
        'networks[1] (back).subnet',
        '172.30.0.128/25 overlaps 172.30.0.0/24, the subnet of network front',
      ],
    ],
    [
      'a network that holds another',
      (t) => (t.networks[1]!.subnet = '172.28.0.0/14'),
      ['networks[1] (back).subnet', 'the subnet of network front'],
    ],
    [
      'a network on the default bridge',
      (t) => (t.networks[2]!.subnet = '172.17.5.0/24'),
      ['networks[2] (far).subnet', 'overlaps 172.17.0.0/16, the subnet of the default bridge'],
    ],
    [
      "a network on the nodes' network",
      (t) => (t.networks[2]!.subnet = '192.168.0.0/16'),
      ['networks[2] (far).subnet', "overlaps 192.168.205.0/24, the subnet of the nodes' network"],
    ],
    [
      'bits after the prefix',
      (t) => (t.networks[1]!.subnet = '172.31.0.1/24'),
      ['networks[1] (back).subnet', '172.31.0.1/24 is not the first address of its subnet'],
    ],
    [
      'no room',
      (t) => (t.networks[1]!.subnet = '172.31.0.0/31'),
      ['networks[1] (back).subnet', '172.31.0.0/31 has no room'],
    ],
    ...[
      '127.5.0.0/24',
      '169.254.9.0/24',
      '224.1.1.0/24',
      '240.0.0.0/8',
      '0.0.0.0/8',
      '126.0.0.0/7',
      '169.254.0.0/15',
    ].map(
      (subnet) =>
        [
          `the special subnet ${subnet}`,
          (t: { networks: { subnet?: string }[] }) => (t.networks[1]!.subnet = subnet),
          ['networks[1] (back).subnet', `${subnet} is set aside`],
        ] as const,
    ),
    [
      'a gateway without a subnet',
      (t) => (t.networks[1]!.gateway = '172.31.0.1'),
      ['networks[1] (back).gateway', 'a gateway without a subnet'],
    ],
    [
      'a gateway outside of its subnet',
      (t) => (t.networks[0]!.gateway = '172.31.0.1'),
      ['networks[0] (front).gateway', 'the gateway 172.31.0.1 is not in 172.30.0.0/24'],
    ],
    [
      "a gateway at the network's address",
      (t) => (t.networks[0]!.gateway = '172.30.0.0'),
      ['networks[0] (front).gateway', "the gateway 172.30.0.0 is the network's own address"],
    ],
    [
      'a gateway at the broadcast address',
      (t) => (t.networks[0]!.gateway = '172.30.0.255'),
      ['networks[0] (front).gateway', 'the gateway 172.30.0.255 is the broadcast address'],
    ],
  ]);

  test('the reason names the node', () => {
    const topology = baseTopology();
    topology.networks[1]!.subnet = '172.30.0.0/24';
    expect(problemsOf(topology).map(({ why }) => why)).toEqual([
      'node1 could not tell by an address which of the two it belongs to',
    ]);
  });

  test('two nodes may use one subnet', () => {
    const lab = labWith((t) => (t.networks[2]!.subnet = '172.30.0.0/24'));
    expect(lab.networks[2]!.subnet).toBe('172.30.0.0/24');
  });

  test('networks that only touch do not overlap', () => {
    const lab = labWith((t) => (t.networks[1]!.subnet = '172.30.1.0/24'));
    expect(lab.networks[1]!.gateway).toBe('172.30.1.1');
  });

  test('a namespace pair may use the subnet of a network: it is isolated', () => {
    const lab = labWith((t) => (t.networks[1]!.subnet = '192.168.1.0/24'));
    expect(lab.networks[1]!.subnet).toBe('192.168.1.0/24');
  });
});

describe('addresses of nodes and of the outside', () => {
  refuses([
    [
      'two nodes with one address',
      (t) => (t.nodes[1]!.address = '192.168.205.10/24'),
      ['nodes[1] (node2).address', '192.168.205.10 is the address of a node'],
    ],
    [
      'nodes in two subnets',
      (t) => (t.nodes[1]!.address = '192.168.206.11/24'),
      ['nodes[1] (node2).address', 'is not in the subnet of the first node, 192.168.205.0/24'],
    ],
    [
      'nodes with two prefix lengths',
      (t) => (t.nodes[1]!.address = '192.168.205.11/25'),
      ['nodes[1] (node2).address', '192.168.205.11/25 is not in the subnet of the first node'],
    ],
    [
      "a node at the network's address",
      (t) => (t.nodes[0]!.address = '192.168.205.0/24'),
      ['nodes[0] (node1).address', "192.168.205.0 is the network's own address"],
    ],
    [
      'a node at the broadcast address',
      (t) => (t.nodes[1]!.address = '192.168.205.255/24'),
      ['nodes[1] (node2).address', '192.168.205.255 is the broadcast address'],
    ],
    [
      'outside in another subnet',
      (t) => (t.outside.address = '192.168.206.1'),
      ['outside.address', '192.168.206.1 is not in 192.168.205.0/24'],
    ],
    [
      'outside at the address of a node',
      (t) => (t.outside.address = '192.168.205.11'),
      ['outside.address', '192.168.205.11 is the address of a node'],
    ],
    [
      'nodes on loopback addresses',
      (t) => {
        t.nodes = [{ name: 'node1', address: '127.0.0.2/8' }];
        t.outside.address = '127.0.0.1';
        t.networks = [];
        t.containers = [];
      },
      ['nodes[0] (node1).address', '127.0.0.2 is set aside'],
      ['outside.address', '127.0.0.1 is set aside'],
    ],
    [
      'nodes on the default bridge',
      (t) => {
        t.nodes[0]!.address = '172.17.0.10/16';
        t.nodes[1]!.address = '172.17.0.11/16';
        t.outside.address = '172.17.0.1';
      },
      ['nodes[0] (node1).address', "the nodes' network 172.17.0.0/16 overlaps 172.17.0.0/16"],
    ],
  ]);
});
