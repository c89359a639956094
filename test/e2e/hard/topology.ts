import type { Topology } from '../../../src/topology/topology';

/** Names and addresses of one run, so that several can stand side by side. */
export interface Place {
  /** Name of the lab; its nodes are `LAB-node1` and `LAB-node2`. */
  readonly lab: string;
  /** The first three numbers of the nodes' subnet: `192.168.213`. */
  readonly net: string;
  /** With a swarm of both nodes, an overlay and a service. */
  readonly swarm: boolean;
  /** One node and what is on it: a trial takes half the time. */
  readonly small?: boolean;
}

/** Two topologies of one lab: going from one to the other makes, replaces and removes something of each kind. */
export type Variant = 'a' | 'b';

/** The value of a variable, as if it were a password. */
export const SECRET = 'sentinel-5d1f7c0e9a42';

const QUIET = { image: 'busybox:1.36', command: ['sleep', 'infinity'] } as const;
const SERVING = {
  image: 'busybox:1.36',
  command: ['httpd', '-f', '-p', '80'],
  listens: [{ port: 80 }],
} as const;

export function hardTopology(place: Place, variant: Variant): Topology {
  const whole = wholeTopology(place, variant);
  if (place.small !== true) return whole;
  const [one] = whole.nodes;
  const here = ({ node }: { readonly node: string }): boolean => node === one!.name;
  return {
    ...whole,
    nodes: [one!],
    networks: (whole.networks ?? []).filter((network) => 'node' in network && here(network)),
    containers: (whole.containers ?? []).filter(here),
    namespacePairs: (whole.namespacePairs ?? []).filter(here),
  };
}

function wholeTopology({ lab, net, swarm }: Place, variant: Variant): Topology {
  const [one, two] = [`${lab}-node1`, `${lab}-node2`];
  const changed = variant === 'b';
  const nodes = [one, two].map((name, index) => ({
    name,
    address: `${net}.${10 + index}/24`,
    memory: 512,
    listens: [{ port: 22 }],
  }));
  return {
    name: lab,
    outside: { address: `${net}.1` },
    chapters: [{ id: 'all', title: 'All' }],
    nodes,
    ...(swarm ? { swarm: [one, two] } : {}),
    networks: [
      // Replaced with whatever is on it.
      { name: 'shop', node: one, subnet: changed ? '172.31.9.0/24' : '172.31.8.0/24' },
      { name: changed ? 'store' : 'depot', node: two, internal: true },
      ...(swarm ? [{ name: 'wide', driver: 'overlay' as const, subnet: '10.77.0.0/24' }] : []),
    ],
    containers: [
      {
        name: 'web',
        node: one,
        ...SERVING,
        environment: { PASSWORD: SECRET },
        ports: [changed ? '8081:80' : '8080:80'],
      },
      { name: 'linked', node: one, ...QUIET, links: [{ container: 'web' }] },
      { name: 'front', node: one, ...QUIET, networks: ['shop'] },
      { name: 'sidecar', node: one, ...QUIET, networkMode: 'container:front' },
      { name: 'back', node: two, ...QUIET, networks: [changed ? 'store' : 'depot'] },
      { name: changed ? 'new' : 'old', node: two, ...QUIET },
      ...(changed ? [{ name: 'more', node: one, ...QUIET, networks: ['shop'] }] : []),
      ...(swarm ? [{ name: 'far', node: two, ...QUIET, networks: ['wide'] }] : []),
    ],
    ...(swarm
      ? {
          services: [
            {
              name: 'many',
              ...QUIET,
              environment: { TOKEN: SECRET },
              replicas: 2,
              networks: ['wide'],
              endpointMode: 'dnsrr',
            },
          ],
        }
      : {}),
    namespacePairs: [
      {
        node: one,
        ends: [
          { name: 'red', interface: 'veth-red', address: '10.99.1.1/24' },
          { name: 'blue', interface: 'veth-blue', address: `10.99.1.${changed ? 3 : 2}/24` },
        ],
      },
    ],
  };
}
