import { baseTopology, containerOf, labWith, problemsOf, refuses } from '../support/base-topology';

describe('attachments', () => {
  refuses([
    [
      'an empty list of networks',
      (t) => (containerOf(t, 'db').networks = []),
      ['containers[3] (db).networks', 'db has an empty list of networks'],
    ],
    [
      'one network twice',
      (t) => (containerOf(t, 'db').networks = ['back', { network: 'back' }]),
      ['containers[3] (db).networks[1]', 'db is on network "back" twice'],
    ],
    [
      'a static address on the default bridge',
      (t) => (containerOf(t, 'web').networks = [{ network: 'bridge', address: '172.17.0.9' }]),
      ['containers[0] (web).networks[0].address', 'a static address on the default bridge'],
    ],
    [
      'an alias on the default bridge',
      (t) => (containerOf(t, 'web').networks = [{ network: 'bridge', aliases: ['www'] }]),
      ['containers[0] (web).networks[0].aliases', 'an alias on the default bridge'],
    ],
    [
      'a static address on a network without a subnet',
      (t) => (containerOf(t, 'db').networks = [{ network: 'back', address: '172.18.0.9' }]),
      [
        'containers[3] (db).networks[0].address',
        'a static address on network "back", which declares no subnet',
      ],
    ],
    [
      'an address outside of its subnet',
      (t) => (containerOf(t, 'db').networks = [{ network: 'front', address: '172.31.0.9' }]),
      ['containers[3] (db).networks[0].address', '172.31.0.9 is not in 172.30.0.0/24'],
    ],
    [
      "the network's address",
      (t) => (containerOf(t, 'db').networks = [{ network: 'front', address: '172.30.0.0' }]),
      ['containers[3] (db).networks[0].address', "172.30.0.0 is the network's own address"],
    ],
    [
      'the broadcast address',
      (t) => (containerOf(t, 'db').networks = [{ network: 'front', address: '172.30.0.255' }]),
      ['containers[3] (db).networks[0].address', '172.30.0.255 is the broadcast address'],
    ],
    [
      'the default gateway',
      (t) => (containerOf(t, 'db').networks = [{ network: 'front', address: '172.30.0.1' }]),
      ['containers[3] (db).networks[0].address', '172.30.0.1 is the address of the gateway'],
    ],
    [
      'a declared gateway',
      (t) => {
        t.networks[0]!.gateway = '172.30.0.10';
      },
      ['containers[2] (app).networks[0].address', '172.30.0.10 is the address of the gateway'],
    ],
    [
      'two containers with one address',
      (t) => (containerOf(t, 'db').networks = [{ network: 'front', address: '172.30.0.10' }]),
      ['containers[3] (db).networks[0].address', '172.30.0.10 is the address of app'],
    ],
    [
      'more containers than addresses',
      (t) => {
        t.networks[1]!.subnet = '172.31.0.0/30';
      },
      [
        'networks[1] (back).subnet',
        '172.31.0.0/30 has room for 1 addresses, and 2 are needed on "back"',
      ],
    ],
  ]);

  test('a full subnet is enough', () => {
    const lab = labWith((t) => {
      t.networks[1]!.subnet = '172.31.0.0/30';
      containerOf(t, 'app').networks = ['front'];
    });
    expect(lab.networks[1]!.gateway).toBe('172.31.0.1');
  });

  test('the first address is free where the gateway has another', () => {
    const lab = labWith((t) => {
      t.networks[0]!.gateway = '172.30.0.254';
      containerOf(t, 'db').networks = [{ network: 'front', address: '172.30.0.1' }];
    });
    expect(lab.networks[0]!.gateway).toBe('172.30.0.254');
  });
});

describe('aliases', () => {
  refuses([
    [
      'twice on one container',
      (t) => (containerOf(t, 'db').networks = [{ network: 'back', aliases: ['data', 'Data'] }]),
      ['containers[3] (db).networks[0].aliases[1]', 'db has the name "Data" there already'],
    ],
    [
      "the container's own name",
      (t) => (containerOf(t, 'db').networks = [{ network: 'back', aliases: ['db'] }]),
      ['containers[3] (db).networks[0].aliases[0]', 'db has the name "db" there already'],
    ],
    [
      "another container's name on the network",
      (t) => (containerOf(t, 'db').networks = [{ network: 'back', aliases: ['app'] }]),
      ['containers[3] (db).networks[0].aliases[0]', 'alias "app" of db is also a name of app'],
    ],
    [
      'of a link and of a container on a network',
      (t) => {
        containerOf(t, 'client').networks = ['bridge', 'back'];
        containerOf(t, 'client').links = [{ container: 'web', alias: 'db' }];
      },
      ['containers[1] (client).links[0]', 'calls web "db", which is also a name of db'],
    ],
    [
      'localhost',
      (t) => (containerOf(t, 'db').networks = [{ network: 'back', aliases: ['localhost'] }]),
      [
        'containers[3] (db).networks[0].aliases[0]',
        '"localhost" is in /etc/hosts of every container',
      ],
    ],
  ]);

  test('one alias on two networks that nobody shares', () => {
    const lab = labWith((t) => {
      containerOf(t, 'app').networks = [{ network: 'front', aliases: ['store'] }];
      containerOf(t, 'db').networks = [{ network: 'back', aliases: ['store'] }];
    });
    expect(lab.containers).toHaveLength(8);
  });

  test('one alias of one container on two networks', () => {
    const lab = labWith((t) => {
      containerOf(t, 'app').networks = [
        { network: 'front', aliases: ['store'] },
        { network: 'back', aliases: ['store'] },
      ];
    });
    expect(lab.containers).toHaveLength(8);
  });
});

describe('network modes', () => {
  refuses([
    ...(['host', 'none', 'container:app'] as const).flatMap((mode) => [
      [
        `${mode} with networks`,
        (t: Parameters<typeof containerOf>[0]) => {
          containerOf(t, 'db').networkMode = mode;
        },
        ['containers[3] (db).networks', `networks together with network mode "${mode}"`],
      ] as const,
      [
        `${mode} with links and ports`,
        (t: Parameters<typeof containerOf>[0]) => {
          const client = containerOf(t, 'client');
          client.networkMode = mode;
          client.ports = ['8080:80'];
        },
        ['containers[1] (client).links', `links together with network mode "${mode}"`],
        ['containers[1] (client).ports', `ports together with network mode "${mode}"`],
      ] as const,
    ]),
    [
      'an unknown mode',
      (t) => (containerOf(t, 'quiet').networkMode = 'nont' as 'none'),
      ['containers[5] (quiet).networkMode', '"nont" is no network mode'],
    ],
    [
      'container mode without a name',
      (t) => (containerOf(t, 'sidecar').networkMode = 'container:'),
      ['containers[4] (sidecar).networkMode', '"container:" is no network mode'],
    ],
    [
      'an unknown container',
      (t) => (containerOf(t, 'sidecar').networkMode = 'container:ap'),
      ['containers[4] (sidecar).networkMode', 'unknown container "ap"'],
    ],
    [
      'a container on another node',
      (t) => (containerOf(t, 'sidecar').networkMode = 'container:distant'),
      ['containers[4] (sidecar).networkMode', 'distant is on node2, and sidecar on node1'],
    ],
    [
      'itself',
      (t) => (containerOf(t, 'sidecar').networkMode = 'container:sidecar'),
      ['containers[4] (sidecar).networkMode', 'sidecar uses its own network'],
    ],
    [
      'a circle',
      (t) => {
        containerOf(t, 'quiet').networkMode = 'container:sidecar';
        containerOf(t, 'sidecar').networkMode = 'container:quiet';
      },
      ['containers[4] (sidecar).networkMode', "sidecar and quiet use each other's network"],
      ['containers[5] (quiet).networkMode', "quiet and sidecar use each other's network"],
    ],
  ]);

  test('host mode says that the ports are used already', () => {
    const topology = baseTopology();
    containerOf(topology, 'agent').ports = ['8080:80'];
    expect(problemsOf(topology)).toEqual([
      {
        path: 'containers[6] (agent).ports',
        message: 'ports together with network mode "host"',
        why: "host mode already uses the node's ports: leave ports out",
        next: 'leave ports out, or leave networkMode out',
      },
    ]);
  });

  test.each(['quiet', 'client'] as const)('the network of %s may be used', (name) => {
    const lab = labWith((t) => (containerOf(t, 'sidecar').networkMode = `container:${name}`));
    expect(lab.containers[4]!.networking).toEqual({ mode: 'container', container: name });
  });

  test('the network of a container in host mode may be used', () => {
    const lab = labWith((t) => {
      const distant = containerOf(t, 'distant');
      distant.networkMode = 'container:agent';
      delete distant.networks;
    });
    expect(lab.containers[7]!.networking).toEqual({ mode: 'container', container: 'agent' });
  });

  test('empty lists beside a mode are no contradiction', () => {
    const lab = labWith((t) =>
      Object.assign(containerOf(t, 'quiet'), { networks: [], links: [], ports: [] }),
    );
    expect(lab.containers[5]!.networking).toEqual({ mode: 'none' });
  });
});
