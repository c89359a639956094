import type { Topology } from '../../../src/topology/topology';

const busybox = 'busybox:1.36';
const stay = ['sleep', 'infinity'];

/** One node of the lab's own, and a cloud server with one of everything. */
const topology: Topology = {
  name: 'vms-remote',
  outside: { address: '192.168.208.1' },
  chapters: [
    { id: 'near', title: 'A node of the lab' },
    { id: 'cloud', title: 'A cloud server' },
  ],
  nodes: [{ name: 'vms-node1', address: '192.168.208.10/24', listens: [{ port: 22 }] }],
  furtherHosts: [{ name: 'cloud', chapter: 'cloud' }],
  networks: [{ name: 'test-bridge', node: 'cloud', chapter: 'cloud' }],
  namespacePairs: [
    {
      node: 'cloud',
      ends: [
        { name: 'far1', interface: 'veth-far1', address: '192.168.1.1/24' },
        { name: 'far2', interface: 'veth-far2', address: '192.168.1.2/24' },
      ],
      chapter: 'cloud',
    },
  ],
  containers: [
    { name: 'near', node: 'vms-node1', image: busybox, command: stay },
    {
      name: 'web-testt',
      node: 'cloud',
      image: 'nginx:1.26',
      ports: ['80:80'],
      listens: [{ port: 80, page: 'Welcome to nginx!' }],
      chapter: 'cloud',
    },
    {
      name: 'far',
      node: 'cloud',
      image: busybox,
      command: stay,
      networks: ['bridge', 'test-bridge'],
      chapter: 'cloud',
    },
  ],
};

export default topology;
