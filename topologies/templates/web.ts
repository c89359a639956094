import type { Topology } from '../../src/topology/topology';

/** A web server with a published port, and a store that only it can reach. */
const topology: Topology = {
  name: 'web',
  title: 'A web server and its store',
  // The machine that runs the lab, and the nodes, on one /24.
  outside: { address: '192.168.220.1' },
  chapters: [
    { id: 'store', title: 'A store on an internal network' },
    { id: 'site', title: 'A web server that is published' },
    { id: 'visitor', title: 'A neighbour who must not reach the store' },
  ],
  nodes: [
    {
      name: 'web-node1',
      address: '192.168.220.10/24',
      chapter: 'store',
    },
  ],
  networks: [
    // No way out and none in: only who is on it is reached.
    {
      name: 'back',
      node: 'web-node1',
      internal: true,
      chapter: 'store',
    },
    {
      name: 'front',
      node: 'web-node1',
      chapter: 'site',
    },
  ],
  containers: [
    {
      name: 'store',
      node: 'web-node1',
      image: 'busybox:1.36',
      command: ['httpd', '-f', '-p', '6379'],
      networks: ['back'],
      listens: [{ port: 6379 }],
      chapter: 'store',
    },
    {
      name: 'site',
      node: 'web-node1',
      image: 'nginx:1.26',
      networks: ['front', 'back'],
      // Port 8080 of the node is port 80 of the container.
      ports: ['8080:80'],
      listens: [{ port: 80, page: 'Welcome to nginx!' }],
      chapter: 'site',
    },
    {
      name: 'visitor',
      node: 'web-node1',
      image: 'busybox:1.36',
      command: ['sleep', 'infinity'],
      networks: ['front'],
      chapter: 'visitor',
    },
  ],
};

export default topology;
