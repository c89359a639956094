import { buildLab } from './builder';

const welcome = [{ port: 80, protocol: 'tcp', page: 'Welcome to nginx!' }] as const;
const both = ['bridge', { network: 'test-bridge', chapter: 'user-bridge' }];

/** The lab of the article, as `validate` makes it of topologies/docker-networking.ts. */
export const article = buildLab({
  chapters: ['nodes', 'namespaces', 'bridge', 'link', 'user-bridge', 'ports', 'none', 'host'],
  nodes: ['docker-node1', 'docker-node2'].map((name) => ({
    name,
    listens: [{ port: 22, protocol: 'tcp' }],
  })),
  networks: [{ name: 'test-bridge', node: 'docker-node1', chapter: 'user-bridge' }],
  containers: {
    test1: { node: 'docker-node1', networks: both, chapter: 'bridge' },
    test2: { node: 'docker-node1', networks: both, chapter: 'bridge' },
    test3: {
      node: 'docker-node1',
      links: [{ container: 'test1', alias: 'test1', chapter: 'link' }],
      chapter: 'bridge',
    },
    test4: { node: 'docker-node1', networks: ['test-bridge'], chapter: 'user-bridge' },
    web: { node: 'docker-node1', listens: welcome, chapter: 'ports' },
    'web-port': {
      node: 'docker-node1',
      listens: welcome,
      ports: [{ published: 80 }],
      chapter: 'ports',
    },
    'test-none': { node: 'docker-node1', mode: 'none', chapter: 'none' },
    'test-host': { node: 'docker-node1', mode: 'host', chapter: 'host' },
    'web-host': { node: 'docker-node2', mode: 'host', listens: welcome, chapter: 'host' },
  },
  namespacePairs: [
    {
      node: 'docker-node1',
      ends: [
        { name: 'test1', interface: 'veth-test1', address: '192.168.1.1', prefix: 24 },
        { name: 'test2', interface: 'veth-test2', address: '192.168.1.2', prefix: 24 },
      ],
      chapter: 'namespaces',
    },
  ],
});
