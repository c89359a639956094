import { parseCidr, overlap, type Cidr } from '../../topology/addresses';
import { isAddress } from '../../topology/addresses';
import type { EngineSeries, Topology, TopologyNetwork } from '../../topology/topology';
import type { Unsaid } from '../../topology/unsaid';
import { namesOf } from './names';
import { membersOf, networkOf } from './networks';
import type { NodePorts } from './ports';
import type { Project } from './project';
import { containersOf } from './services';
import { isStack, stackServiceOf } from './stack';

/** A topology of a Compose project, with what each of its elements was in the files. */
export interface Converted {
  readonly topology: Topology;
  /** Further names of endpoints. */
  readonly names: ReadonlyMap<string, string>;
  /** Names of networks by their keys. */
  readonly networks: ReadonlyMap<string, string>;
  /** By the list of the topology, the path of each element in the files. */
  readonly parts: Readonly<Record<string, readonly (readonly (string | number)[])[]>>;
}

/** Which nodes there are, and the place among them of a part of the project. */
export interface Placement {
  readonly nodes: readonly string[];
  /** Address of the first with its prefix length, where it is known. */
  readonly address?: string;
  readonly of: (part: readonly (string | number)[]) => number;
}

/** The machine's own network is not told of: one of these stands for it. */
const SUBNETS = ['192.0.2', '198.51.100', '203.0.113', '192.168.205'];

/**
 * A Compose project as a topology. Pure: the same project gives the same topology.
 *
 * @param placed where its parts run, which Compose does not tell: all on one node, or anywhere in a swarm
 */
export function convert(project: Project, engine: EngineSeries, placed?: Placement): Converted {
  const swarm = placed === undefined && isStack(project);
  const nodes = placed?.nodes ?? (swarm ? ['n1', 'n2'] : [nodeName(project)]);
  const overlays = Object.values(project.networks ?? {}).some((one) => one?.driver === 'overlay');
  const inSwarm = swarm || (placed !== undefined && overlays);
  const names = namesOf(project, nodes);
  const prefix = freeSubnet(project);
  const address =
    placed?.address?.replace(/\/.*/, '') ?? (swarm ? undefined : publishedAddress(project));
  const on = nodes.map((node): NodePorts => ({ node, address, taken: new Set() }));
  const made = networksOf(project, names.networks, nodes, inSwarm, placed);
  const services = Object.entries(project.services ?? {});
  const containers = swarm
    ? []
    : services.flatMap(([key, service]) =>
        containersOf({
          ...{ key, service, project, names },
          on: on[placed?.of(['services', key]) ?? 0]!,
        }).map((one) => ({ key, ...one })),
      );
  const stack = swarm
    ? services.map(([key, service]) => ({
        key,
        ...stackServiceOf({ key, service, project, names, on }),
      }))
    : [];
  const running = stack.filter(({ service }) => service !== undefined);
  const externals = made.networks.filter(({ external }) => external);
  const host = address ?? `${prefix}.10`;
  return {
    topology: {
      name: labName(project.name),
      title: project.name,
      outside: { address: neighbour(host) },
      chapters: [{ id: 'compose', title: project.name }],
      nodes: nodes.map((name, index) => ({
        name,
        address:
          (index === 0 ? placed?.address : undefined) ??
          `${index === 0 ? host : `${prefix}.${10 + index}`}/24`,
        engine,
      })),
      ...(inSwarm ? { swarm: nodes } : {}),
      networks: made.networks.map(({ network }) => network),
      containers: [
        ...containers.map(({ container }) => container),
        ...externals.map(({ network }) => ({
          ...{
            name: membersOf(network.name),
            node: 'node' in network ? network.node : nodes[0]!,
            image: 'unknown',
          },
          networks: [network.name],
        })),
      ],
      services: running.map(({ service }) => service!),
      claims: project['x-reachability'] ?? [],
      unsaid: [
        ...made.unsaid,
        ...containers.flatMap(({ unsaid }) => unsaid),
        ...stack.flatMap(({ unsaid }) => unsaid),
      ],
    },
    names: names.others,
    networks: names.networks,
    parts: {
      networks: made.networks.map(({ key }) => ['networks', key]),
      containers: [
        ...containers.map(({ key }) => ['services', key]),
        ...externals.map(({ key }) => ['networks', key]),
      ],
      services: running.map(({ key }) => ['services', key]),
      claims: (project['x-reachability'] ?? []).map((_, index) => ['x-reachability', index]),
    },
  };
}

function networksOf(
  project: Project,
  names: ReadonlyMap<string, string>,
  nodes: readonly string[],
  swarm: boolean,
  placed: Placement | undefined,
) {
  const unsaid: Unsaid[] = [];
  const networks: { key: string; network: TopologyNetwork; external: boolean }[] = [];
  for (const [index, [key, written]] of Object.entries(project.networks ?? {}).entries()) {
    const network = written ?? {};
    if (['host', 'none', 'bridge'].includes(network.name ?? '')) continue;
    const name = names.get(key)!;
    const node = nodes[placed?.of(['networks', key]) ?? 0]!;
    const made = networkOf({ name, network, node, swarm, index });
    networks.push({ key, network: made.network, external: network.external === true });
    // Of a bridge whose node is known nothing is open on another.
    const anywhere = placed === undefined || 'driver' in made.network;
    for (const one of made.unsaid) {
      const everywhere =
        'node' in one && swarm && anywhere ? nodes.map((node) => ({ ...one, node })) : [one];
      unsaid.push(...everywhere);
    }
  }
  return { networks, unsaid };
}

const nodeName = ({ services }: Project): string =>
  ['host', 'the-host', 'this-host'].find((name) => !Object.hasOwn(services ?? {}, name)) ??
  'node-0';

const labName = (name: string): string =>
  name
    .replaceAll(/[^a-z0-9-]/g, '-')
    .replace(/^-+/, '')
    .slice(0, 40) || 'compose';

const subnetsOf = ({ networks }: Project): Cidr[] =>
  Object.values(networks ?? {})
    .flatMap((network) => network?.ipam?.config ?? [])
    .flatMap(({ subnet }) => parseCidr(subnet ?? '') ?? []);

/** The first three numbers of a subnet that no network of the project has. */
function freeSubnet(project: Project): string {
  const declared = subnetsOf(project);
  const free = SUBNETS.find(
    (prefix) => !declared.some((other) => overlap(parseCidr(`${prefix}.0/24`)!, other)),
  );
  return free ?? '10.254.254';
}

/** The one address besides loopback on which the project publishes ports, which is the machine's. */
function publishedAddress(project: Project): string | undefined {
  const declared = subnetsOf(project);
  const found = Object.values(project.services ?? {})
    .flatMap(({ ports }) => ports ?? [])
    .flatMap(({ host_ip: ip }) => ip ?? [])
    .filter((ip) => isAddress(ip) && ip !== '0.0.0.0' && !ip.startsWith('127.'));
  return found.find((ip) => !declared.some((other) => overlap(parseCidr(`${ip}/24`)!, other)));
}

/** Another machine on the network of an address. */
const neighbour = (address: string): string =>
  address.replace(/\d+$/, (last) => (last === '1' ? '254' : '1'));
