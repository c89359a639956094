import type { Topology, TopologyContainer } from '../src/topology/topology';

const NODES = ['node1', 'node2'];

/** `size` containers on two nodes and up to 40 networks, every tenth on the default bridge, some with two networks. */
export function topology(size: number): Topology {
  const width = Math.max(2, Math.min(40, Math.ceil(size / 5)));
  const networks = Array.from({ length: width }, (_, i) => ({
    name: `net${i}`,
    node: NODES[i % 2]!,
    subnet: `10.${i}.0.0/16`,
  }));
  const containers = Array.from({ length: size }, (_, i): TopologyContainer => {
    const own = networks.filter(({ node }) => node === NODES[i % 2]);
    const first = own[Math.floor(i / 2) % own.length]!.name;
    const second = own[(i * 7) % own.length]!.name;
    return {
      name: `c${i}`,
      node: NODES[i % 2]!,
      image: 'busybox:1.36',
      networks: i % 10 === 0 ? ['bridge'] : [...new Set(i % 3 === 0 ? [first, second] : [first])],
      listens: i % 4 === 0 ? [{ port: 80 }] : [],
      ports: i % 20 === 4 ? [`${8000 + i}:80`] : [],
    };
  });
  return {
    name: 'bench',
    outside: { address: '192.168.205.1' },
    chapters: [{ id: 'all', title: 'all' }],
    nodes: NODES.map((name, i) => ({ name, address: `192.168.205.${10 + i}/24`, memory: 8192 })),
    networks,
    containers,
  };
}
