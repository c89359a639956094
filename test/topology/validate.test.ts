import { TopologyError } from '../../src/topology/problems';
import { validate } from '../../src/topology/validate';
import article from '../../topologies/docker-networking';
import { baseTopology, containerOf, labWith, problemsOf, refusals } from '../support/base-topology';

describe('a valid topology', () => {
  test('the base of these tests', () => {
    expect(problemsOf(baseTopology())).toEqual([]);
  });

  test('the lab of the article', () => {
    const lab = validate(article, 'docker-networking.ts');
    expect(lab.containers.map(({ name }) => name)).toEqual(
      // The further host is one that the reader names.
      article.containers!.filter(({ node }) => node !== 'cloud').map(({ name }) => name),
    );
  });

  test('the smallest one gets every default', () => {
    const lab = validate(
      {
        name: 'small',
        outside: { address: '10.0.0.1' },
        chapters: [{ id: 'only', title: 'Only' }],
        nodes: [{ name: 'n1', address: '10.0.0.2/8' }],
      },
      'small.ts',
    );
    expect(lab).toEqual({
      name: 'small',
      title: 'small',
      outside: { address: '10.0.0.1' },
      chapters: [{ id: 'only', title: 'Only' }],
      nodes: [
        {
          name: 'n1',
          address: '10.0.0.2',
          subnet: '10.0.0.0/8',
          memory: 1024,
          cpus: 1,
          engine: '26.1',
          listens: [],
          chapter: 'only',
        },
      ],
      swarm: [],
      networks: [],
      overlays: [],
      containers: [],
      services: [],
      namespacePairs: [],
    });
  });

  test('networks: the gateway is the first address, and both are absent where the engine chooses', () => {
    const { networks } = labWith(() => undefined);
    expect(networks[0]).toEqual({
      name: 'front',
      node: 'node1',
      driver: 'bridge',
      subnet: '172.30.0.0/24',
      gateway: '172.30.0.1',
      internal: false,
      icc: true,
      chapter: 'one',
    });
    expect(networks[1]).not.toHaveProperty('subnet');
    expect(networks[1]).not.toHaveProperty('gateway');
  });

  test('networks: what is written is kept', () => {
    const lab = labWith((t) =>
      Object.assign(t.networks[0]!, { gateway: '172.30.0.254', internal: true, icc: false }),
    );
    expect(lab.networks[0]).toMatchObject({ gateway: '172.30.0.254', internal: true, icc: false });
  });

  test('containers: each mode has its own networking', () => {
    const lab = labWith(() => undefined);
    const networking = Object.fromEntries(lab.containers.map((c) => [c.name, c.networking]));
    expect(networking).toMatchObject({
      web: { mode: 'bridge', attachments: [{ network: 'bridge', aliases: [], chapter: 'one' }] },
      app: {
        mode: 'bridge',
        attachments: [
          { network: 'front', aliases: ['api'], address: '172.30.0.10', chapter: 'one' },
          { network: 'back', aliases: [], chapter: 'one' },
        ],
      },
      sidecar: { mode: 'container', container: 'app' },
      quiet: { mode: 'none' },
      agent: { mode: 'host' },
    });
  });

  test('chapters: attachments and links follow their container, unless they say otherwise', () => {
    const lab = labWith((t) => {
      containerOf(t, 'client').chapter = 'two';
      containerOf(t, 'client').networks = ['bridge', { network: 'back', chapter: 'one' }];
    });
    const client = lab.containers[1]!;
    expect(client.chapter).toBe('two');
    expect(client.links).toEqual([{ container: 'web', alias: 'web', chapter: 'two' }]);
    expect(client.networking).toMatchObject({
      attachments: [{ chapter: 'two' }, { network: 'back', chapter: 'one' }],
    });
  });

  test('ports: ranges are expanded', () => {
    const lab = labWith((t) => (containerOf(t, 'db').ports = ['127.0.0.1:9000-9001:80-81/udp']));
    expect(lab.containers[3]!.ports).toEqual([
      { ip: '127.0.0.1', published: 9000, target: 80, protocol: 'udp' },
      { ip: '127.0.0.1', published: 9001, target: 81, protocol: 'udp' },
    ]);
  });

  test('what is written for a node, a listener and a process is kept', () => {
    const lab = labWith((t) => {
      Object.assign(t.nodes[0]!, { memory: 512, cpus: 0.5, engine: '28.5', chapter: 'two' });
      const process = { command: ['httpd'], environment: { A: 'b' } };
      Object.assign(containerOf(t, 'db'), process, {
        listens: [
          { port: 53, protocol: 'udp' },
          { port: 80, page: 'Hello' },
        ],
      });
      t.title = 'A title';
    });
    expect(lab.title).toBe('A title');
    expect(lab.nodes[0]).toMatchObject({ memory: 512, cpus: 0.5, engine: '28.5', chapter: 'two' });
    expect(lab.containers[3]).toMatchObject({
      command: ['httpd'],
      environment: { A: 'b' },
      listens: [
        { port: 53, protocol: 'udp' },
        { port: 80, protocol: 'tcp', page: 'Hello' },
      ],
    });
  });

  test('the input is not changed', () => {
    const topology = baseTopology();
    validate(topology, 'base.ts');
    expect(topology).toEqual(baseTopology());
  });
});

describe('several problems', () => {
  test('all of them, shapes and rules, in one error that names the first', () => {
    const topology = baseTopology();
    Object.assign(topology.nodes[0]!, { memory: -1 });
    Object.assign(containerOf(topology, 'web'), { imgae: 'x' });
    containerOf(topology, 'db').networks = ['nowhere'];
    containerOf(topology, 'client').ports = ['80:80'];
    let error: unknown;
    try {
      validate(topology, 'topologies/mine.ts');
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(TopologyError);
    const { message, problems, file } = error as TopologyError;
    expect(file).toBe('topologies/mine.ts');
    expect(message).toBe('topologies/mine.ts: containers[0] (web).imgae: unknown key "imgae"');
    expect(problems.map(({ path }) => path)).toEqual([
      'containers[0] (web).imgae',
      'nodes[0] (node1).memory',
      'containers[3] (db).networks[0]',
      'containers[1] (client).ports[0]',
    ]);
  });

  test('one problem of a container does not hide another', () => {
    expect(
      refusals((t) => {
        containerOf(t, 'client').node = 'node3';
        containerOf(t, 'client').image = 'X';
      }),
    ).toEqual([
      'containers[1] (client).image: "X" is no image reference',
      'containers[1] (client).node: unknown node "node3"',
    ]);
  });
});
