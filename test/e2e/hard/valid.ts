import type { Topology, TopologyNode } from '../../../src/topology/topology';
import type { Place } from './topology';

/** A topology of one node; some are another with each run. */
type Make = (place: Place, run: number) => Topology;
type Parts = Partial<Topology> & { readonly node?: Partial<TopologyNode> };

const IMAGE = 'busybox:1.36';
const QUIET = { image: IMAGE, command: ['sleep', 'infinity'] } as const;
const WEB = {
  image: IMAGE,
  command: ['httpd', '-f', '-p', '80'],
  listens: [{ port: 80 }],
} as const;

export const nodeName = ({ lab }: Place): string => `${lab}-node1`;

const on =
  (parts: (node: string, run: number) => Parts): Make =>
  (place, run) => {
    const name = nodeName(place);
    const { node = {}, ...rest } = parts(name, run);
    return {
      name: place.lab,
      outside: { address: `${place.net}.1` },
      chapters: [{ id: 'all', title: 'All' }],
      nodes: [{ name, address: `${place.net}.10/24`, ...node }],
      ...rest,
    };
  };

const chosen = (node: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ name: `n${index}`, node }));

/** What once came up sometimes only, or never: each kind has a topology here. */
export const VALID: Readonly<Record<string, Make>> = {
  'an internal network with a published port': on((node) => ({
    networks: [{ name: 'back', node, internal: true }],
    containers: [{ name: 'inner', node, ...QUIET, networks: ['back'], ports: ['8081:80'] }],
  })),
  'an IPv6 subnet beside an IPv4 subnet that the engine chooses': on((node) => ({
    networks: [{ name: 'six', node, subnet6: 'fd00:77::/64' }],
    containers: [{ name: 'aa', node, ...QUIET, networks: ['six'] }],
  })),
  'declared subnets among those that an engine chooses': on((node) => ({
    networks: [
      { name: 'auto1', node },
      { name: 'fixed1', node, subnet: '172.18.0.0/16' },
      { name: 'auto2', node },
      { name: 'fixed2', node, subnet: '172.19.0.0/16' },
      { name: 'auto3', node },
    ],
    containers: ['auto1', 'fixed1', 'auto2', 'fixed2', 'auto3'].map((network) => ({
      ...{ name: `on-${network}`, node, ...QUIET, networks: [network] },
    })),
  })),
  'static addresses among those that an engine chooses': on((node) => ({
    networks: [{ name: 'tt', node, subnet: '10.5.0.0/24' }],
    containers: [
      ...['dyn1', 'dyn2', 'dyn3'].map((name) => ({ name, node, ...QUIET, networks: ['tt'] })),
      ...['10.5.0.2', '10.5.0.3', '10.5.0.5'].map((address, index) => ({
        ...{ name: `sta${index}`, node, ...QUIET, networks: [{ network: 'tt', address }] },
      })),
    ],
  })),
  'a container called gateway': on((node) => ({
    networks: [{ name: 'tt', node }],
    containers: ['gateway', 'client'].map((name) => ({ name, node, ...QUIET, networks: ['tt'] })),
  })),
  'thirty-three networks': on((node) => ({
    networks: [
      ...chosen(node, 24),
      ...Array.from({ length: 9 }, (_, index) => ({
        ...{ name: `fixed${index}`, node, subnet: `10.${60 + index}.0.0/24` },
      })),
    ],
    containers: [{ name: 'aa', node, ...QUIET, networks: ['n23', 'fixed8'] }],
  })),
  'a thousand ports': on((node) => ({
    node: { memory: 4096 },
    containers: [{ name: 'many', node, ...QUIET, ports: ['8000-8999:8000-8999'] }],
  })),
  'limits of memory and processors': on((node, run) => ({
    node: { memory: 512 + 64 * (run % 4), cpus: [0.5, 1, 1.5, 2][run % 4]! },
    containers: [{ name: 'web', node, ...WEB, ports: ['8080:80'] }],
  })),
  'IPv6 addresses that were just made': on((node, run) => ({
    networks: [{ name: 'six', node, subnet: '10.66.0.0/24', subnet6: `fd00:${100 + run}::/64` }],
    containers: ['aa', 'bb'].map((name) => ({ name, node, ...QUIET, networks: ['six'] })),
  })),
  'empty and odd words': on((node) => ({
    containers: [
      {
        ...{ name: 'odd', node, image: IMAGE, command: ['sh', '-c', 'exec sleep infinity', ' '] },
        environment: {
          EMPTY: '',
          SPACE: ' ',
          QUOTES: `"'\\`,
          DOLLAR: '${x} $$ %{y} `z`',
          LINES: 'a\nb',
        },
      },
    ],
  })),
  'links and shared stacks': on((node) => ({
    networks: [{ name: 'tt', node }],
    containers: [
      { name: 'web', node, ...WEB, ports: ['8080:80'] },
      { name: 'linked', node, ...QUIET, links: [{ container: 'web' }] },
      { name: 'front', node, ...QUIET, networks: ['tt'] },
      { name: 'beside', node, ...QUIET, networkMode: 'container:front' },
    ],
  })),
  'names with other characters': on((node) => ({
    networks: [{ name: 'a.b_c-d', node }],
    containers: ['under_score', 'with.dot', 'UPPER', 'x0', 'x--y'].map((name) => ({
      ...{ name, node, ...QUIET, networks: ['a.b_c-d'] },
    })),
  })),
};

/** What no engine or provider would make: refused before anything is touched. */
export const INVALID: Readonly<Record<string, Make>> = {
  'a container called localhost': on((node) => ({
    containers: [{ name: 'localhost', node, ...QUIET }],
  })),
  'names that DNS cannot carry': on((node) => ({
    networks: [{ name: 'tt', node }],
    containers: ['web.', 'a..b'].map((name) => ({ name, node, ...QUIET, networks: ['tt'] })),
  })),
  'an empty word in a command': on((node) => ({
    containers: [{ name: 'aa', node, image: IMAGE, command: ['sh', '-c', 'sleep 9', ''] }],
  })),
  'more networks than an engine has subnets': on((node) => ({ networks: chosen(node, 33) })),
  'a node with one MiB': on((node) => ({
    node: { memory: 1 },
    containers: [{ name: 'aa', node, ...QUIET }],
  })),
  'more processors than there are': on((node) => ({
    node: { cpus: 1e9 },
    containers: [{ name: 'aa', node, ...QUIET }],
  })),
};
