import type { Topology } from '../../src/topology/topology';
import article from '../../topologies/docker-networking';

/** The article's lab on nodes of the measurement's own. */
const elsewhere = (name: string): Topology =>
  JSON.parse(
    JSON.stringify({ ...article, name })
      .replaceAll('docker-node', 'vms-bench')
      .replaceAll('192.168.205.', '192.168.208.'),
  ) as Topology;

export const bySocket = elsewhere('vms-bench');
export const bySsh = elsewhere('vms-bench-ssh');

/** So many containers, with nothing that would ask for a node's port 22 beside ssh itself. */
export const many = (count: number): Topology => ({
  ...bySsh,
  name: 'vms-bench-many',
  furtherHosts: [],
  networks: [],
  namespacePairs: [],
  nodes: bySsh.nodes.map(({ name, address }) => ({ name, address })),
  containers: Array.from({ length: count }, (_, index) => ({
    name: `c${index}`,
    node: bySsh.nodes[index % 2]?.name ?? '',
    image: 'busybox:1.36',
    command: ['sleep', 'infinity'],
  })),
});
