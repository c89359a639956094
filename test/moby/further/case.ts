import type { Edge, Outcome, Target } from '../../../src/topology/edge';
import type { EngineSeries } from '../../../src/topology/engines';
import type {
  Topology,
  TopologyContainer,
  TopologyNetwork,
  TopologyNode,
  TopologyOutside,
} from '../../../src/topology/topology';

/** A set-up of one of moby's tests, and what it asserts of it. */
export interface Case {
  /** Name of the test in moby. */
  readonly test: string;
  readonly engines: readonly EngineSeries[];
  readonly topology: Topology;
  readonly asserts: readonly (readonly [edge: Edge, ...expected: Outcome[]])[];
  /** Where the outcome alone does not tell: the network over which the packet leaves. */
  readonly over?: string;
}

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;

export interface Parts {
  readonly node?: Partial<TopologyNode>;
  readonly outside?: Partial<TopologyOutside>;
  readonly networks?: readonly (Without<TopologyNetwork, 'node'> & { readonly node?: string })[];
  readonly containers: Readonly<Record<string, Partial<TopologyContainer>>>;
}

export const NODE6 = 'fd00:205::10';

/** One node, as moby's tests have it. */
export const lab = ({ node, outside, networks = [], containers }: Parts): Topology => ({
  name: 'moby',
  outside: { address: '192.168.205.1', ...outside },
  chapters: [{ id: 'c', title: 'c' }],
  nodes: [{ name: 'n1', address: '192.168.205.10/24', ...node }],
  networks: networks.map((one) => ({ node: 'n1', ...one })),
  containers: Object.entries(containers).map(([name, one]) => ({
    name,
    node: 'n1',
    image: 'busybox:1.36',
    ...one,
  })),
});

export const BOTH = ['28.5', '29'] as const;

/** The machine that runs the lab is on IPv6 too, and so is the node. */
export const SIX = {
  node: { addresses: [`${NODE6}/64`] },
  outside: { address6: 'fd00:205::1/64' },
} as const;

export const ping = (endpoint: string, network?: string): Target => ({
  kind: 'ping',
  endpoint,
  ...(network === undefined ? {} : { network }),
});

export const ping6 = (endpoint: string, network?: string): Target => ({
  kind: 'ping6',
  endpoint,
  ...(network === undefined ? {} : { network }),
});

export const tcp = (endpoint: string, network: string, port: number): Target => ({
  kind: 'port',
  endpoint,
  network,
  port,
  protocol: 'tcp',
});

export const tcp6 = (endpoint: string, network: string, port: number): Target =>
  ({
    ...tcp(endpoint, network, port),
    family: 'IPv6',
  }) as Target;

export const at = (address: string, port: number, protocol: 'tcp' | 'udp' = 'tcp'): Target => ({
  kind: 'node-port',
  node: 'n1',
  address,
  port,
  protocol,
});

export const named = (name: string, endpoint: string, family?: 'IPv6'): Target => ({
  kind: 'name',
  name,
  endpoint,
  ...(family === undefined ? {} : { family }),
});

export const from = (id: string, target: Target): Edge => ({ from: id, target });

export const listens = (...ports: number[]) => ports.map((port) => ({ port }));
