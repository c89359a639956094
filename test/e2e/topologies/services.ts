import type { Topology } from '../../../src/topology/topology';

const busybox = 'busybox:1.36';
const stay = ['sleep', 'infinity'] as const;
const nginx = { image: 'nginx:1.26', listens: [{ port: 80, page: 'Welcome to nginx!' }] } as const;

/** Services without a virtual address, which no kernel has to have IP_VS for. */
const topology: Topology = {
  name: 'services',
  outside: { address: '192.168.210.1' },
  chapters: [{ id: 'lab', title: 'The lab' }],
  nodes: [
    { name: 'svc-node1', address: '192.168.210.10/24', listens: [{ port: 22 }] },
    { name: 'svc-node2', address: '192.168.210.11/24', listens: [{ port: 22 }] },
  ],
  swarm: ['svc-node1', 'svc-node2'],
  networks: [
    { name: 'front', driver: 'overlay' },
    { name: 'back', driver: 'overlay', internal: true },
  ],
  containers: [
    { name: 'client', node: 'svc-node1', image: busybox, command: stay, networks: ['front'] },
    { name: 'stranger', node: 'svc-node2', image: busybox, command: stay },
  ],
  services: [
    { name: 'web', ...nginx, replicas: 3, networks: ['front', 'back'], endpointMode: 'dnsrr' },
    {
      name: 'worker',
      image: busybox,
      command: stay,
      replicas: 2,
      networks: ['back'],
      endpointMode: 'dnsrr',
    },
  ],
};

export default topology;
