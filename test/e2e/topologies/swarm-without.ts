import type { Topology } from '../../../src/topology/topology';

/** Nodes that are to become a swarm later. */
const topology: Topology = {
  name: 'e2e-swarm',
  outside: { address: '192.168.212.1' },
  chapters: [{ id: 'nodes', title: 'Two nodes' }],
  nodes: [10, 11].map((last, index) => ({
    name: `swarm-node${index + 1}`,
    address: `192.168.212.${last}/24`,
  })),
};

export default topology;
