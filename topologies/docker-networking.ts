import type { Topology } from '../src/topology/topology';

const busybox = 'busybox:1.36';
const nginx = 'nginx:1.26';
const stay = ['sleep', 'infinity'] as const;
const welcome = [{ port: 80, page: 'Welcome to nginx!' }] as const;

/** The lab of the article: see docs/article.md. */
const topology: Topology = {
  name: 'docker-networking',
  title: 'Docker networking, from two hosts to a network across them',
  outside: { address: '192.168.205.1' },
  chapters: [
    { id: 'nodes', title: 'Two nodes that see each other' },
    { id: 'namespaces', title: 'Network namespaces joined by a veth pair' },
    { id: 'bridge', title: 'The default bridge, docker0' },
    { id: 'link', title: 'A link: a name for one container in another' },
    { id: 'user-bridge', title: 'A user-defined bridge' },
    { id: 'ports', title: 'Published ports' },
    { id: 'cloud', title: 'A published port on a cloud server' },
    { id: 'none', title: 'The none network' },
    { id: 'host', title: 'The host network' },
    { id: 'multi-host', title: 'An overlay network across both nodes' },
  ],
  nodes: [
    {
      name: 'docker-node1',
      address: '192.168.205.10/24',
      listens: [{ port: 22 }],
      chapter: 'nodes',
    },
    {
      name: 'docker-node2',
      address: '192.168.205.11/24',
      listens: [{ port: 22 }],
      chapter: 'nodes',
    },
  ],
  furtherHosts: [{ name: 'cloud', chapter: 'cloud' }],
  namespacePairs: [
    {
      node: 'docker-node1',
      ends: [
        { name: 'test1', interface: 'veth-test1', address: '192.168.1.1/24' },
        { name: 'test2', interface: 'veth-test2', address: '192.168.1.2/24' },
      ],
      chapter: 'namespaces',
    },
  ],
  swarm: ['docker-node1', 'docker-node2'],
  networks: [
    { name: 'test-bridge', node: 'docker-node1', chapter: 'user-bridge' },
    { name: 'test-overlay', driver: 'overlay', chapter: 'multi-host' },
  ],
  containers: [
    {
      name: 'test1',
      node: 'docker-node1',
      image: busybox,
      command: stay,
      networks: ['bridge', { network: 'test-bridge', chapter: 'user-bridge' }],
      chapter: 'bridge',
    },
    {
      name: 'test2',
      node: 'docker-node1',
      image: busybox,
      command: stay,
      networks: ['bridge', { network: 'test-bridge', chapter: 'user-bridge' }],
      chapter: 'bridge',
    },
    {
      name: 'test3',
      node: 'docker-node1',
      image: busybox,
      command: stay,
      links: [{ container: 'test1', chapter: 'link' }],
      chapter: 'bridge',
    },
    {
      name: 'test4',
      node: 'docker-node1',
      image: busybox,
      command: stay,
      networks: ['test-bridge'],
      chapter: 'user-bridge',
    },
    { name: 'web', node: 'docker-node1', image: nginx, listens: welcome, chapter: 'ports' },
    {
      name: 'web-port',
      node: 'docker-node1',
      image: nginx,
      ports: ['80:80'],
      listens: welcome,
      chapter: 'ports',
    },
    {
      name: 'web-testt',
      node: 'cloud',
      image: nginx,
      ports: ['80:80'],
      listens: welcome,
      chapter: 'cloud',
    },
    {
      name: 'test-none',
      node: 'docker-node1',
      image: busybox,
      command: stay,
      networkMode: 'none',
      chapter: 'none',
    },
    {
      name: 'test-host',
      node: 'docker-node1',
      image: busybox,
      command: stay,
      networkMode: 'host',
      chapter: 'host',
    },
    {
      name: 'web-host',
      node: 'docker-node2',
      image: nginx,
      networkMode: 'host',
      listens: welcome,
      chapter: 'host',
    },
    {
      name: 'test5',
      node: 'docker-node1',
      image: busybox,
      command: stay,
      networks: ['test-overlay'],
      chapter: 'multi-host',
    },
    {
      name: 'web-overlay',
      node: 'docker-node2',
      image: nginx,
      networks: ['test-overlay'],
      listens: welcome,
      chapter: 'multi-host',
    },
  ],
};

export default topology;
