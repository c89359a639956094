import type { Topology } from '../../../src/topology/topology';

const busybox = { node: 'cause-node1', image: 'busybox:1.36' };
const stay = { ...busybox, command: ['sleep', 'infinity'] };

/** Programs that do otherwise than the topology says. */
const topology: Topology = {
  name: 'causes',
  outside: { address: '192.168.214.1' },
  chapters: [{ id: 'lab', title: 'The lab' }],
  nodes: [{ name: 'cause-node1', address: '192.168.214.10/24' }],
  containers: [
    { ...stay, name: 'client' },
    { ...busybox, name: 'ends-at-once', command: ['true'] },
    { ...busybox, name: 'fails-at-once', command: ['false'] },
    {
      ...busybox,
      name: 'to-itself',
      command: ['httpd', '-f', '-p', '127.0.0.1:80', '-h', '/etc'],
      listens: [{ port: 80 }],
    },
    {
      ...busybox,
      name: 'undeclared',
      command: ['httpd', '-f', '-p', '80', '-h', '/etc'],
      ports: ['8080:80'],
    },
    {
      name: 'web',
      node: 'cause-node1',
      image: 'nginx:1.26',
      ports: ['8081:80'],
      listens: [{ port: 80, page: 'Welcome' }],
    },
    { ...stay, name: 'sharer', networkMode: 'container:web' },
  ],
};

export default topology;
