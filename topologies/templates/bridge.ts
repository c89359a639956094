import type { Topology } from '../../src/topology/topology';

/** Two containers on a network of their own, and one that is not on it. */
const topology: Topology = {
  name: 'bridge',
  title: 'A network of our own',
  // The machine that runs the lab, and the nodes, on one /24.
  outside: { address: '192.168.220.1' },
  chapters: [
    { id: 'network', title: 'alice and bob on one network' },
    { id: 'apart', title: 'carol, who is not on it' },
  ],
  nodes: [
    {
      name: 'bridge-node1',
      address: '192.168.220.10/24',
      chapter: 'network',
    },
  ],
  networks: [
    {
      name: 'team',
      node: 'bridge-node1',
      chapter: 'network',
    },
  ],
  containers: [
    {
      name: 'alice',
      node: 'bridge-node1',
      image: 'busybox:1.36',
      command: ['sleep', 'infinity'],
      networks: ['team'],
      chapter: 'network',
    },
    {
      name: 'bob',
      node: 'bridge-node1',
      image: 'busybox:1.36',
      command: ['sleep', 'infinity'],
      networks: ['team'],
      chapter: 'network',
    },
    {
      name: 'carol',
      node: 'bridge-node1',
      image: 'busybox:1.36',
      command: ['sleep', 'infinity'],
      // No `networks`: the default bridge.
      chapter: 'apart',
    },
  ],
};

export default topology;
