import type { Topology } from '../../src/topology/topology';

/** Containers a network: what a person would put on one bridge, and far from the engine's limit of ports. */
const WIDTH = 15;

/**
 * `size` containers on `count` nodes of the measurement's own, evenly, in networks of at most 15. Every tenth
 * container publishes a port, every fifth is on its neighbour network too. Nothing listens, so that an engine does
 * the least that it can and what remains is ours.
 */
export function scaled(size: number, count: number): Topology {
  const nodes = Array.from({ length: count }, (_, i) => `scale-node${i + 1}`);
  const width = Math.ceil(Math.ceil(size / count) / WIDTH);
  const networkOf = (node: number, at: number): string => `n${node + 1}-${at % width}`;
  return {
    name: 'scale',
    outside: { address: '192.168.209.1' },
    chapters: [{ id: 'all', title: 'all' }],
    nodes: nodes.map((name, i) => ({
      name,
      address: `192.168.209.${10 + i}/24`,
      memory: 4096,
      cpus: 2,
    })),
    networks: nodes.flatMap((node, i) =>
      Array.from({ length: width }, (_, at) => ({
        name: networkOf(i, at),
        node,
        subnet: `10.${20 + i}.${at}.0/24`,
      })),
    ),
    containers: Array.from({ length: size }, (_, i) => {
      const node = i % count;
      const place = Math.floor(i / count);
      const first = networkOf(node, place);
      const second = networkOf(node, place + 1);
      return {
        name: `c${i}`,
        node: nodes[node]!,
        image: 'busybox:1.36',
        command: ['sleep', 'infinity'],
        networks: place % 5 === 0 && second !== first ? [first, second] : [first],
        ports: place % 10 === 0 ? [`${8000 + place}:80`] : [],
      };
    }),
  };
}
