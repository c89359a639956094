import type { Topology } from '../../../src/topology/topology';
import type { Place } from './topology';

const IMAGE = 'busybox:1.36';
const QUIET = { image: IMAGE, command: ['sleep', 'infinity'] } as const;
const WEB = {
  image: IMAGE,
  command: ['httpd', '-f', '-p', '80'],
  listens: [{ port: 80 }],
} as const;

/** What the people who reported something had, in one lab. */
export function reportedTopology({ lab, net }: Place): Topology {
  const [one, two] = [`${lab}-node1`, `${lab}-node2`];
  return {
    name: lab,
    outside: { address: `${net}.1` },
    chapters: [{ id: 'all', title: 'All' }],
    nodes: [one, two].map((name, index) => ({
      ...{ name, address: `${net}.${10 + index}/24`, listens: [{ port: 22 }] },
    })),
    swarm: [one, two],
    networks: [
      { name: 'front', node: one },
      { name: 'other', node: one },
      { name: 'back', node: one, internal: true },
      { name: 'wide', driver: 'overlay' },
    ],
    containers: [
      {
        name: 'web',
        node: one,
        ...WEB,
        networks: ['front'],
        ports: ['8080:80', '127.0.0.1:8081:80'],
      },
      { name: 'stranger', node: one, ...QUIET, networks: ['other'] },
      { name: 'hidden', node: one, ...WEB, networks: ['back'], ports: ['127.0.0.1:8082:80'] },
      { name: 'inner', node: one, ...QUIET, networks: ['back'] },
      { name: 'mother', node: one, ...QUIET, networks: ['front'] },
      { name: 'child', node: one, ...QUIET, networkMode: 'container:mother' },
      ...['same1', 'same2'].map((name) => ({
        ...{ name, node: one, ...QUIET, networks: [{ network: 'front', aliases: ['app'] }] },
      })),
      { name: 'both', node: one, ...QUIET, networks: ['front', 'other'] },
      { name: 'far1', node: one, ...QUIET, networks: ['wide'] },
      { name: 'far2', node: two, ...QUIET, networks: ['wide'] },
    ],
  };
}
