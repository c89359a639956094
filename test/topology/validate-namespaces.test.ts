import { labWith, refuses, type Draft } from '../support/base-topology';

const address = (t: Draft, left: string, right: string) => {
  const [first, second] = t.namespacePairs[0]!.ends;
  first.address = left;
  second.address = right;
};

describe('namespace pairs', () => {
  refuses([
    [
      'ends in two subnets',
      (t) => address(t, '192.168.1.1/24', '192.168.2.2/24'),
      ['namespacePairs[0].ends[1] (blue).address', 'in two subnets'],
    ],
    [
      'ends with two prefix lengths',
      (t) => address(t, '192.168.1.1/24', '192.168.1.2/25'),
      ['namespacePairs[0].ends[1] (blue).address', 'in two subnets'],
    ],
    [
      'ends with one address and two prefix lengths',
      (t) => address(t, '192.168.1.1/24', '192.168.1.1/25'),
      ['namespacePairs[0].ends[1] (blue).address', 'in two subnets'],
    ],
    [
      'ends with one address',
      (t) => address(t, '192.168.1.1/24', '192.168.1.1/24'),
      ['namespacePairs[0].ends[1] (blue).address', 'both ends of the pair have the address'],
    ],
    [
      "the network's address and the broadcast address",
      (t) => address(t, '192.168.1.0/24', '192.168.1.255/24'),
      ['namespacePairs[0].ends[0] (red).address', "is the network's own address"],
      ['namespacePairs[0].ends[1] (blue).address', 'is the broadcast address'],
    ],
    [
      'loopback addresses',
      (t) => address(t, '127.0.1.1/24', '127.0.1.2/24'),
      ['namespacePairs[0].ends[0] (red).address', 'is set aside'],
      ['namespacePairs[0].ends[1] (blue).address', 'is set aside'],
    ],
    [
      'an address without a prefix length',
      (t) => address(t, '192.168.1.1', '192.168.1.2/24'),
      ['namespacePairs[0].ends[0] (red).address', 'is no IPv4 address with a prefix length'],
    ],
    [
      'one end',
      (t) => void (t.namespacePairs[0]!.ends as unknown[]).pop(),
      ['namespacePairs[0].ends', '"ends" has not two elements'],
    ],
    [
      'a name for a shell',
      (t) => (t.namespacePairs[0]!.ends[0].name = '$(id)'),
      ['namespacePairs[0].ends[0].name', '"$(id)" is no namespace name'],
    ],
    ...['veth-0123456789a', 'lo', 'eth0', 'docker0', 'a b', 'a/b', ''].map(
      (name) =>
        [
          `interface "${name}"`,
          (t: Draft) => (t.namespacePairs[0]!.ends[0].interface = name),
          ['namespacePairs[0].ends[0] (red).interface', `"${name}" is no interface name`],
        ] as const,
    ),
  ]);

  test('an interface name of 15 characters, and a subnet of two addresses', () => {
    const lab = labWith((t) => {
      t.namespacePairs[0]!.ends[0].interface = 'veth-0123456789';
      address(t, '10.0.0.0/31', '10.0.0.1/31');
    });
    expect(lab.namespacePairs[0]!.ends[0]).toEqual({
      name: 'red',
      interface: 'veth-0123456789',
      address: '10.0.0.0',
      prefix: 31,
    });
  });
});
