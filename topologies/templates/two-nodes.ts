import type { Topology } from '../../src/topology/topology';

/** A web server on one node, its client on the other: only what is published can be reached. */
const topology: Topology = {
  name: 'two-nodes',
  title: 'From node to node',
  // The machine that runs the lab, and the nodes, on one /24.
  outside: { address: '192.168.220.1' },
  chapters: [
    { id: 'nodes', title: 'Two nodes' },
    { id: 'server', title: 'A web server on the first' },
    { id: 'client', title: 'Its client on the second' },
  ],
  nodes: [
    {
      name: 'two-nodes-node1',
      address: '192.168.220.10/24',
      chapter: 'nodes',
    },
    {
      name: 'two-nodes-node2',
      address: '192.168.220.11/24',
      chapter: 'nodes',
    },
  ],
  networks: [
    // Subnets that differ, so that an address means one container only.
    {
      name: 'shop',
      node: 'two-nodes-node1',
      subnet: '10.220.1.0/24',
      chapter: 'server',
    },
    {
      name: 'home',
      node: 'two-nodes-node2',
      subnet: '10.220.2.0/24',
      chapter: 'client',
    },
  ],
  containers: [
    {
      name: 'server',
      node: 'two-nodes-node1',
      image: 'nginx:1.26',
      networks: ['shop'],
      ports: ['8080:80'],
      listens: [{ port: 80, page: 'Welcome to nginx!' }],
      chapter: 'server',
    },
    {
      name: 'client',
      node: 'two-nodes-node2',
      image: 'busybox:1.36',
      command: ['sleep', 'infinity'],
      networks: ['home'],
      chapter: 'client',
    },
  ],
};

export default topology;
