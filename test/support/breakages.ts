import type {
  Topology,
  TopologyContainer,
  TopologyNetwork,
  TopologyService,
} from '../../src/topology/topology';

/** A way to break any valid topology, and the one place that must then be named. */
export interface Breakage {
  readonly name: string;
  /** `at` chooses among what is there. */
  readonly apply: (topology: Topology, at: number) => Broken;
}

interface Broken {
  readonly topology: unknown;
  readonly path: string;
}

/** With containers added on the first node; `place` is below the last of them. */
function adding(
  topology: Topology,
  place: string,
  ...added: readonly (Partial<TopologyContainer> & { readonly name: string })[]
): Broken {
  const { containers = [], nodes } = topology;
  const whole = added.map((container) => ({
    node: nodes[0]!.name,
    image: 'busybox:1.36',
    ...container,
  }));
  const index = containers.length + added.length - 1;
  return {
    topology: { ...topology, containers: [...containers, ...whole] },
    path: `containers[${index}] (${added.at(-1)!.name}).${place}`,
  };
}

/** With one of its containers changed; `place` is below it. */
function changing(topology: Topology, at: number, place: string, change: object): Broken {
  const { containers = [] } = topology;
  const index = at % containers.length;
  return {
    topology: {
      ...topology,
      containers: containers.map((old, i) => (i === index ? { ...old, ...change } : old)),
    },
    path: `containers[${index}] (${containers[index]!.name}).${place}`,
  };
}

function withNetwork(topology: Topology, place: string, network: Partial<TopologyNetwork>): Broken {
  const { networks = [], nodes } = topology;
  const added = { name: 'added', node: nodes[0]!.name, ...network };
  return {
    topology: { ...topology, networks: [...networks, added] },
    path: `networks[${networks.length}] (added).${place}`,
  };
}

/** With services in a swarm of the first node; `place` is below the last of them. */
function serving(
  topology: Topology,
  place: string,
  ...services: readonly Partial<TopologyService>[]
): Broken {
  const { networks = [], nodes } = topology;
  const whole = services.map((service, index) => ({
    ...{ name: `service-${index}`, image: 'nginx:1.26', networks: ['wide'] },
    ...service,
  }));
  return {
    topology: {
      ...topology,
      swarm: [nodes[0]!.name],
      networks: [...networks, { name: 'wide', driver: 'overlay' }],
      services: whole,
    },
    path: `services[${whole.length - 1}] (${whole.at(-1)!.name}).${place}`,
  };
}

const pair = (topology: Topology, left: string, right: string): Broken => ({
  topology: {
    ...topology,
    namespacePairs: [
      ...(topology.namespacePairs ?? []),
      {
        node: topology.nodes[0]!.name,
        ends: [
          { name: 'x', interface: 'veth-x', address: left },
          { name: 'y', interface: 'veth-y', address: right },
        ],
      },
    ],
  },
  path: `namespacePairs[${topology.namespacePairs?.length ?? 0}].ends[1] (y).address`,
});

const way = (name: string, apply: Breakage['apply']): Breakage => ({ name, apply });

export const BREAKAGES: readonly Breakage[] = [
  way('a container on an unknown node', (t, at) => changing(t, at, 'node', { node: 'nowhere' })),
  way('an unknown chapter', (t, at) => changing(t, at, 'chapter', { chapter: 'nowhere' })),
  way('a misspelt key', (t, at) => changing(t, at, 'imgae', { imgae: 'x' })),
  way('a malformed image', (t, at) => changing(t, at, 'image', { image: 'Busy Box' })),
  way('an unknown network', (t) => adding(t, 'networks[0]', { name: 'xx', networks: ['no'] })),
  way('no network', (t) => adding(t, 'networks', { name: 'xx', networks: [] })),
  way('the name of a node', (t) => adding(t, 'name', { name: t.nodes[0]!.name })),
  way('the name of a container', (t, at) => {
    const { containers = [] } = t;
    return adding(t, 'name', { name: containers[at % containers.length]!.name });
  }),
  way('the name of the outside', (t) => adding(t, 'name', { name: 'outside' })),
  way('an unknown link target', (t) =>
    adding(t, 'links[0]', { name: 'xx', links: [{ container: 'no' }] }),
  ),
  way('a circle of links', (t) =>
    adding(
      t,
      'links[0]',
      { name: 'xx', links: [{ container: 'yy' }] },
      { name: 'yy', links: [{ container: 'xx' }] },
    ),
  ),
  way('one port of a node twice', (t) =>
    adding(t, 'ports[0]', { name: 'xx', ports: ['6000:80'] }, { name: 'yy', ports: ['6000:81'] }),
  ),
  way('a published port and a listener in host mode', (t) =>
    adding(
      t,
      'listens[0]',
      { name: 'xx', ports: ['6000:80'] },
      { name: 'yy', networkMode: 'host', listens: [{ port: 6000 }] },
    ),
  ),
  way('port 65536', (t) => adding(t, 'ports[0]', { name: 'xx', ports: ['65536:80'] })),
  way('host mode with a network', (t) =>
    adding(t, 'networks', { name: 'xx', networkMode: 'host', networks: ['bridge'] }),
  ),
  way('the network of an unknown container', (t) =>
    adding(t, 'networkMode', { name: 'xx', networkMode: 'container:no' }),
  ),
  way('a static address on the default bridge', (t) =>
    adding(t, 'networks[0].address', {
      name: 'xx',
      networks: [{ network: 'bridge', address: '172.17.0.9' }],
    }),
  ),
  way('an alias on the default bridge', (t) =>
    adding(t, 'networks[0].aliases', {
      name: 'xx',
      networks: [{ network: 'bridge', aliases: ['a'] }],
    }),
  ),
  way('a subnet on the default bridge', (t) =>
    withNetwork(t, 'subnet', { subnet: '172.17.128.0/17' }),
  ),
  way("a subnet on the nodes' network", (t) =>
    withNetwork(t, 'subnet', { subnet: '192.168.204.0/23' }),
  ),
  way('a gateway outside of its subnet', (t) =>
    withNetwork(t, 'gateway', { subnet: '10.99.0.0/24', gateway: '10.99.1.1' }),
  ),
  way('a reserved network name', (t) => {
    const { topology, path } = withNetwork(t, 'name', { name: 'docker0' });
    return { topology, path: path.replace('added', 'docker0') };
  }),
  way('a node in another subnet', (t) => ({
    topology: { ...t, nodes: [...t.nodes, { name: 'other', address: '192.168.206.9/24' }] },
    path: `nodes[${t.nodes.length}] (other).address`,
  })),
  way('the outside at the address of a node', (t) => ({
    topology: { ...t, outside: { address: t.nodes[0]!.address.split('/')[0] } },
    path: 'outside.address',
  })),
  way('a namespace pair with one address', (t) => pair(t, '10.99.0.1/24', '10.99.0.1/24')),
  way('a malformed service name', (t) => serving(t, 'name', { name: 'a.b' })),
  way('a service of no replica', (t) => serving(t, 'replicas', { replicas: 0 })),
  way('a service on no network', (t) => serving(t, 'networks', { networks: [] })),
  way('a service on one network twice', (t) =>
    serving(t, 'networks[1]', { networks: ['wide', 'wide'] }),
  ),
  way('a service on a bridge', (t) => serving(t, 'networks[0]', { networks: ['bridge'] })),
  way('a service on an unknown network', (t) => serving(t, 'networks[0]', { networks: ['no'] })),
  way('a service on one address', (t) => serving(t, 'ports[0]', { ports: ['127.0.0.1:6000:80'] })),
  way('a service that publishes no port', (t) => serving(t, 'ports[0]', { ports: ['6000'] })),
  way('ports without a virtual address', (t) =>
    serving(t, 'ports', { ports: ['6000:80'], endpointMode: 'dnsrr' }),
  ),
  way('one port of two services', (t) =>
    serving(t, 'ports[0]', { ports: ['6000:80'] }, { ports: ['6000:81'] }),
  ),
  way('a service with the name of a node', (t) =>
    serving(t, 'name', { name: t.nodes[0]!.name, replicas: 3 }),
  ),
  way('two services of one name', (t) =>
    serving(t, 'name', { name: 'shop', replicas: 2 }, { name: 'Shop', replicas: 3 }),
  ),
  way('a port of a service twice', (t) =>
    serving(t, 'listens[1]', { listens: [{ port: 80 }, { port: 80 }] }),
  ),
  way('a namespace pair in two subnets', (t) => pair(t, '10.99.0.1/24', '10.99.1.2/24')),
];
