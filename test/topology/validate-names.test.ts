import { baseTopology, containerOf, labWith, problemsOf, refuses } from '../support/base-topology';

describe('names given twice', () => {
  refuses([
    [
      'two nodes',
      (t) => (t.nodes[1]!.name = 'node1'),
      ['nodes[1] (node1).name', 'endpoint "node1" is declared twice'],
      ['networks[2] (far).node', 'unknown node "node2"'],
      ['containers[6] (agent).node', 'unknown node "node2"'],
      ['containers[7] (distant).node', 'unknown node "node2"'],
    ],
    [
      'two containers',
      (t) => (containerOf(t, 'db').name = 'quiet'),
      ['containers[5] (quiet).name', 'endpoint "quiet" is declared twice'],
    ],
    [
      'two containers on two nodes',
      (t) => (containerOf(t, 'distant').name = 'db'),
      ['containers[7] (db).name', 'endpoint "db" is declared twice'],
    ],
    [
      'two containers apart by case only',
      (t) => (containerOf(t, 'distant').name = 'DB'),
      ['containers[7] (DB).name', 'endpoint "DB" is declared twice'],
    ],
    [
      'a container and a node',
      (t) => (containerOf(t, 'db').name = 'node2'),
      ['containers[3] (node2).name', 'endpoint "node2" is declared twice'],
    ],
    [
      'two networks of one node',
      (t) => t.networks.push({ name: 'front', node: 'node1' }),
      ['networks[3] (front).name', 'network "front" is declared twice'],
    ],
    [
      'two namespaces',
      (t) => (t.namespacePairs[0]!.ends[1].name = 'red'),
      ['namespacePairs[0].ends[1] (red).name', 'namespace "red" is declared twice'],
    ],
    [
      'two namespaces on two nodes, which are one endpoint',
      (t) =>
        t.namespacePairs.push({
          node: 'node2',
          ends: [
            { name: 'red', interface: 'veth-red', address: '192.168.1.1/24' },
            { name: 'green', interface: 'veth-blue', address: '192.168.1.2/24' },
          ],
        }),
      ['namespacePairs[1].ends[0] (red).name', 'namespace "red" is declared twice'],
    ],
    [
      'two interfaces of one node',
      (t) => (t.namespacePairs[0]!.ends[1].interface = 'veth-red'),
      ['namespacePairs[0].ends[1] (blue).interface', 'interface "veth-red" is declared twice'],
    ],
    [
      'two chapters',
      (t) => (t.chapters[1]!.id = 'one'),
      ['chapters[1] (one).id', 'chapter "one" is declared twice'],
    ],
  ]);

  test('networks of two nodes may have one name', () => {
    const lab = labWith((t) => t.networks.push({ name: 'front', node: 'node2' }));
    expect(lab.networks.filter(({ name }) => name === 'front')).toHaveLength(2);
  });

  test('a namespace may have the name of a container', () => {
    const lab = labWith((t) => (t.namespacePairs[0]!.ends[0].name = 'web'));
    expect(lab.namespacePairs[0]!.ends[0].name).toBe('web');
  });
});

describe('reserved names', () => {
  refuses([
    [
      'a node called outside',
      (t) => t.nodes.push({ name: 'outside', address: '192.168.205.12/24' }),
      ['nodes[2] (outside).name', 'the name "outside" is reserved'],
    ],
    [
      'a container called Outside',
      (t) => (containerOf(t, 'db').name = 'Outside'),
      ['containers[3] (Outside).name', 'the name "Outside" is reserved'],
    ],
    ...['bridge', 'host', 'none', 'default', 'docker0', 'docker_gwbridge', 'ingress'].map(
      (name) =>
        [
          `a network called ${name}`,
          (t: { networks: { name: string; node: string }[] }) =>
            t.networks.push({ name, node: 'node1' }),
          [`networks[3] (${name}).name`, `the network name "${name}" is reserved`],
        ] as const,
    ),
  ]);

  test.each([
    ['bridge', 'leave the network out: the default bridge is always there'],
    ['host', 'choose another name'],
  ])('what to do about a network called %s', (name, next) => {
    const topology = baseTopology();
    topology.networks.push({ name, node: 'node1' });
    expect(problemsOf(topology)[0]!.next).toBe(next);
  });
});
