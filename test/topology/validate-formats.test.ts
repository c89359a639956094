import { baseTopology, containerOf, problemsOf, type Draft } from '../support/base-topology';

const long = (length: number) => 'a'.repeat(length);

describe('texts and numbers that are refused', () => {
  const cases: [
    path: string,
    message: string,
    values: unknown[],
    set: (t: Draft, v: never) => void,
  ][] = [
    ['name', 'is no lab name', ['', 'A', 'a b', '-a', 'a/b', long(41)], (t, v) => (t.name = v)],
    ['title', 'is not one line of text', ['', ' ', 'a\nb', 'a\u001b[2J'], (t, v) => (t.title = v)],
    ['chapters[1].id', 'is no chapter id', ['', 'a b', 'A!'], (t, v) => (t.chapters[1]!.id = v)],
    [
      'chapters[1] (two).title',
      'is not one line',
      ['\t', 'a\rb'],
      (t, v) => (t.chapters[1]!.title = v),
    ],
    [
      'outside.address',
      'is no IPv4 address',
      [
        '',
        '192.168.205.1/24',
        '192.168.205.256',
        '192.168.205',
        '192.168.205.01',
        '::1',
        'localhost',
      ],
      (t, v) => (t.outside.address = v),
    ],
    [
      'nodes[1] (node2).address',
      'is no IPv4 address with a prefix',
      [
        '192.168.205.11',
        '192.168.205.11/33',
        '192.168.205.11/024',
        '192.168.205.11/24/24',
        '0xc0a8cd0b/24',
      ],
      (t, v) => (t.nodes[1]!.address = v),
    ],
    [
      'nodes[1] (node2).memory',
      'is no amount of memory',
      [0, -1, 0.5, 1, 5, 127, 2 ** 20 + 1, Number.MAX_SAFE_INTEGER],
      (t, v) => (t.nodes[1]!.memory = v),
    ],
    [
      'nodes[1] (node2).cpus',
      'is no number of CPUs',
      [0, -1, 0.05, 1e9, 1e-7, 0.333],
      (t, v) => (t.nodes[1]!.cpus = v),
    ],
    [
      'networks[1] (back).subnet',
      'is no IPv4 subnet',
      ['', '172.31.0.0', '172.31.0.0/x', 'fd00::/64'],
      (t, v) => (t.networks[1]!.subnet = v),
    ],
    [
      'networks[0] (front).gateway',
      'is no IPv4 address',
      ['172.30.0.1/24', 'gw'],
      (t, v) => (t.networks[0]!.gateway = v),
    ],
    [
      'containers[3] (db).image',
      'is no image reference',
      [
        '',
        'Busybox',
        'busy box',
        'busybox:',
        'busybox:1:2',
        'a/B',
        '/a',
        'a//b',
        'a@sha256:12',
        'a;b',
        '-a',
        'a:.b',
        'REG/a',
        long(256),
      ],
      (t, v) => (containerOf(t, 'db').image = v),
    ],
    [
      'containers[3] (db).command[0]',
      'would not arrive as it is',
      ['a\0b', 'cafe\u0301', 'x\ud800'],
      (t, v) => (containerOf(t, 'db').command = [v]),
    ],
    [
      'containers[3] (db).environment.A',
      'would not arrive as it is',
      ['\0', 'e\u0301', '\udc00'],
      (t, v) => (containerOf(t, 'db').environment = { A: v }),
    ],
    [
      'containers[2] (app).networks[0].address',
      'is no IPv4 address',
      ['172.30.0.10/24', 'x'],
      (t, v) => (containerOf(t, 'app').networks = [{ network: 'front', address: v }]),
    ],
    [
      'containers[2] (app).networks[0].aliases[0]',
      'is no alias',
      ['', 'a b', '-a', 'a$b', 'ä', long(64)],
      (t, v) => (containerOf(t, 'app').networks = [{ network: 'front', aliases: [v] }]),
    ],
  ];
  test.each(
    cases.flatMap(([path, message, values, set]) =>
      values.map((value) => [path, value, message, set] as const),
    ),
  )('%s = %j', (path, value, message, set) => {
    const topology = baseTopology();
    set(topology, value as never);
    const problems = problemsOf(topology);
    expect(problems.map((problem) => problem.path)).toEqual([path]);
    expect(problems[0]!.message).toContain(message);
    expect(problems[0]!.message).not.toMatch(/\p{Cc}/u);
  });

  test.each(['', 'A', 'a b', '-a', 'a-', 'a.b', 'a_b', 'a', long(64)])('node name %j', (name) => {
    const topology = baseTopology();
    topology.nodes.push({ name, address: '192.168.205.20/24' });
    expect(problemsOf(topology).map(({ message }) => message)).toEqual([
      `${JSON.stringify(name)} is no node name`,
    ]);
  });

  test.each(['', 'a', 'a b', '-ab', '$(id)', 'a;b', '`id`', 'a\nb', '../x', long(64)])(
    'container name %j',
    (name) => {
      const topology = baseTopology();
      topology.containers.push({ name, node: 'node1', image: 'busybox' });
      expect(problemsOf(topology).map(({ message }) => message)).toEqual([
        `${JSON.stringify(name)} is no container name`,
      ]);
    },
  );

  test.each(['', 'a b', '_a', '&a', long(64)])('network name %j', (name) => {
    const topology = baseTopology();
    topology.networks.push({ name, node: 'node1' });
    expect(problemsOf(topology).map(({ message }) => message)).toEqual([
      `${JSON.stringify(name)} is no network name`,
    ]);
  });

  test.each(['', '1A', 'A-B', 'A B', 'A=B'])('environment variable %j', (name) => {
    const topology = baseTopology();
    containerOf(topology, 'db').environment = { [name]: 'x' };
    expect(problemsOf(topology).map(({ message }) => message)).toEqual([
      `${JSON.stringify(name)} is no environment variable name`,
    ]);
  });
});

describe('texts that are taken', () => {
  test.each([
    'busybox',
    'busybox:1.36',
    'library/busybox:latest',
    'registry.example.com:5000/team/app_x/y--z:v1.0-rc.1',
    'localhost/app',
    'localhost:5000/app',
    `app@sha256:${'0'.repeat(64)}`,
    'a'.repeat(255),
    `app:1@sha256:${'a'.repeat(64)}`,
  ])('image %s', (image) => {
    const topology = baseTopology();
    containerOf(topology, 'db').image = image;
    expect(problemsOf(topology)).toEqual([]);
  });

  test('names at their longest', () => {
    const topology = baseTopology();
    topology.name = long(40);
    containerOf(topology, 'db').name = long(63);
    topology.nodes.push({ name: long(62), address: '192.168.205.20/24' });
    topology.networks.push({ name: long(63), node: 'node1' });
    expect(problemsOf(topology)).toEqual([]);
  });

  test('commands and variables with line breaks, quotes and Terraform templates', () => {
    const topology = baseTopology();
    containerOf(topology, 'db').command = ['sh', '-c', 'echo "${x}"\nsleep 1'];
    containerOf(topology, 'db').environment = { A_1: '%{ if }\n', _b: '' };
    expect(problemsOf(topology)).toEqual([]);
  });
});
