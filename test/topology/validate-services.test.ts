import { labWith, refusals, refuses } from '../support/base-topology';
import { serves, serving } from '../support/serving-base';
import type { Draft } from '../support/base-topology';

describe('a service', () => {
  test('has every default filled in', () => {
    expect(labWith(serves({})).services).toEqual([
      {
        name: 'shop',
        image: 'nginx:1.26',
        command: [],
        environment: {},
        replicas: 1,
        networks: [
          { network: 'wide', chapter: 'one' },
          { network: 'deep', chapter: 'one' },
        ],
        endpointMode: 'vip',
        ports: [],
        listens: [],
        chapter: 'one',
      },
    ]);
  });

  test('keeps what is written', () => {
    const written = {
      command: ['nginx', '-g'],
      environment: { A: 'b' },
      replicas: 3,
      endpointMode: 'dnsrr',
      listens: [{ port: 53, protocol: 'udp' }],
      chapter: 'two',
    } as const;
    const networks = ['wide', { network: 'deep', chapter: 'one' }];
    expect(labWith(serves({ ...written, networks })).services).toEqual([
      {
        ...{ name: 'shop', image: 'nginx:1.26', ports: [] },
        ...written,
        networks: [
          { network: 'wide', chapter: 'two' },
          { network: 'deep', chapter: 'one' },
        ],
      },
    ]);
  });

  test('publishes ports on every node, ranges expanded', () => {
    const [service] = labWith(serves({ ports: ['8000-8001:80-81/udp', '8080:80'] })).services;
    expect(service?.ports).toEqual([
      { ip: '0.0.0.0', published: 8000, target: 80, protocol: 'udp' },
      { ip: '0.0.0.0', published: 8001, target: 81, protocol: 'udp' },
      { ip: '0.0.0.0', published: 8080, target: 80, protocol: 'tcp' },
    ]);
  });

  test('is its replicas, which are containers on the nodes of the swarm in turn, after the others', () => {
    const { containers, services } = labWith(
      serves({
        replicas: 3,
        command: ['sleep', '1'],
        environment: { A: 'b' },
        chapter: 'two',
        listens: [{ port: 80, page: 'Hello' }],
      }),
    );
    const [shop] = services;
    expect(containers.slice(-3).map(({ name, node }) => [name, node])).toEqual([
      ['shop.1', 'node1'],
      ['shop.2', 'node2'],
      ['shop.3', 'node1'],
    ]);
    expect(containers.at(-1)).toEqual({
      name: 'shop.3',
      node: 'node1',
      service: 'shop',
      image: 'nginx:1.26',
      command: shop?.command,
      environment: shop?.environment,
      networking: {
        mode: 'bridge',
        attachments: [
          { network: 'wide', aliases: [], chapter: 'two' },
          { network: 'deep', aliases: [], chapter: 'two' },
        ],
      },
      links: [],
      ports: [],
      listens: [{ port: 80, protocol: 'tcp', page: 'Hello' }],
      chapter: 'two',
    });
  });

  test('may have any name that a swarm takes', () => {
    for (const name of ['ab', 'A-b', 'a_b', 'a--b', 'x'.repeat(63)]) {
      expect(refusals(serves({ name }))).toEqual([]);
    }
  });

  test('may have 1 to 1000 replicas', () => {
    for (const replicas of [1, 1000]) expect(refusals(serves({ replicas }))).toEqual([]);
  });
});

describe('the shape of a service', () => {
  for (const name of ['a', '-ab', 'ab-', 'a.b', 'ab_', 'a b', 'x'.repeat(64)]) {
    test(`the name ${JSON.stringify(name)} is refused`, () => {
      expect(refusals(serves({ name }))).toEqual([
        expect.stringMatching(/^services\[0\].*\.name: .*is no service name$/),
      ]);
    });
  }

  const of = (word: string) => `services[0] (shop).${word}`;
  refuses([
    ['no replica', serves({ replicas: 0 }), [of('replicas'), '0 is no number of replicas']],
    ['half a replica', serves({ replicas: 1.5 }), [of('replicas'), 'is no number of replicas']],
    ['too many replicas', serves({ replicas: 1001 }), [of('replicas'), 'is no number of replicas']],
    ['a malformed image', serves({ image: 'Nginx' }), [of('image'), 'is no image reference']],
    ['another endpoint mode', serves({ endpointMode: 'host' }), [of('endpointMode'), /./]],
    ['a word of containers', serves({ node: 'node1' }), [of('node'), 'unknown key "node"']],
    [
      'an address on a network',
      serves({ networks: [{ network: 'wide', address: '10.0.1.9' }] }),
      [of('networks[0].address'), 'unknown key "address"'],
    ],
  ]);
});

describe('a service is refused', () => {
  const of = (word: string) => `services[0] (shop).${word}`;
  refuses([
    [
      'without a swarm',
      (t) => {
        serving(t, {});
        t.swarm = [];
        t.networks = t.networks.slice(0, 3);
      },
      ['services[0] (shop)', 'shop is a service, and there is no swarm'],
      [of('networks[0]'), 'unknown network "wide"'],
      [of('networks[1]'), 'unknown network "deep"'],
    ],
    [
      'on no network',
      serves({ networks: [] }),
      [of('networks'), 'the service shop is on no network'],
    ],
    [
      'on one network twice',
      serves({ networks: ['wide', 'deep', { network: 'wide' }] }),
      [of('networks[2]'), 'shop is on wide twice'],
    ],
    [
      'on the default bridge',
      serves({ networks: ['bridge'] }),
      [of('networks[0]'), '"bridge" is a bridge, and shop a service'],
    ],
    [
      'on a bridge of a node',
      serves({ networks: ['wide', 'far'] }),
      [of('networks[1]'), '"far" is a bridge, and shop a service'],
    ],
    [
      'on a network that is not there',
      serves({ networks: ['wild'] }),
      [of('networks[0]'), 'unknown network "wild"'],
    ],
    [
      'in a chapter that is not there',
      serves({ chapter: 'x' }),
      [of('chapter'), 'unknown chapter'],
    ],
    [
      'with an attachment in a chapter that is not there',
      serves({ networks: [{ network: 'wide', chapter: 'x' }] }),
      [of('networks[0].chapter'), 'unknown chapter "x"'],
    ],
    [
      'publishing what is no port',
      serves({ ports: ['80', '0:80'] }),
      [of('ports[0]'), 'shop publishes "80", of which the swarm would choose the port'],
      [of('ports[1]'), '"0:80" publishes no port'],
    ],
    [
      'publishing on one address',
      serves({ ports: ['127.0.0.1:8080:80'] }),
      [of('ports[0]'), 'shop publishes "127.0.0.1:8080:80" on one address'],
    ],
    [
      'publishing without a virtual address',
      serves({ endpointMode: 'dnsrr', ports: ['8080:80'] }),
      [of('ports'), 'ports of shop, whose endpoint mode is "dnsrr"'],
    ],
    [
      'listening on a port twice',
      serves({ listens: [{ port: 80 }, { port: 80 }] }),
      [of('listens[1]'), 'shop listens on 80/tcp twice'],
    ],
    [
      'with a page by UDP',
      serves({ listens: [{ port: 80, protocol: 'udp', page: 'x' }] }),
      [of('listens[0].page'), 'a page on 80/udp'],
    ],
  ]);

  refuses([
    [
      'on an overlay network without a swarm, which that says',
      (t) => {
        serving(t, {});
        t.swarm = [];
      },
      ['networks[3] (wide).driver', 'wide is an overlay network, and there is no swarm'],
    ],
    [
      'with a swarm that has no overlay network, but not for want of a swarm',
      (t) => {
        serving(t, { networks: ['wide'] });
        t.networks = t.networks.slice(0, 3);
      },
      [of('networks[0]'), 'unknown network "wide"'],
    ],
    [
      'for its network only where that is declared wrongly',
      (t) => {
        serving(t, { networks: ['wide'] });
        Object.assign(t.networks[3]!, { internal: 'yes' });
      },
      ['networks[3] (wide).internal', /./],
    ],
  ]);

  test('where there is nothing wrong with it, not at all', () => {
    const draft = (t: Draft): void => {
      serving(t, { networks: ['wide'] }, { name: 'other', networks: ['wide'] });
    };
    expect(refusals(draft)).toEqual([]);
  });
});
