import fc from 'fast-check';
import { addressesCollide, ANY_ADDRESS } from '../../model/ports';
import type {
  Topology,
  TopologyAttachment,
  TopologyContainer,
  TopologyLink,
  TopologyListener,
  TopologyNamespacePair,
  TopologyNetwork,
  TopologyNode,
} from '../../model/topology';

/** Free choices for a container; what is not possible where it lands is left out. */
interface ContainerChoice {
  readonly node: number;
  readonly mode: 'bridge' | 'host' | 'none' | 'container';
  /** For mode `container`: which of those that are possible. */
  readonly shares: number;
  /** One a network, the default bridge first. */
  readonly joins: readonly boolean[];
  readonly aliases: number;
  readonly isStatic: boolean;
  /** Links to which of those before it. */
  readonly links: readonly { readonly to: number; readonly renamed: boolean }[];
  readonly ports: readonly PortChoice[];
  readonly listens: readonly PortOf[];
  readonly chapter: number;
}

interface PortOf {
  readonly port: number;
  readonly protocol: 'tcp' | 'udp';
}

interface PortChoice extends PortOf {
  readonly ip: 'any' | 'loopback' | 'node';
  readonly length: number;
  readonly target: number;
}

const protocol = fc.constantFrom('tcp' as const, 'tcp' as const, 'udp' as const);
const portOf: fc.Arbitrary<PortOf> = fc.record({
  port: fc.constantFrom(80, 8080, 8081, 9000),
  protocol,
});

const container: fc.Arbitrary<ContainerChoice> = fc.record({
  node: fc.nat(1),
  mode: fc.oneof(
    { weight: 6, arbitrary: fc.constant('bridge' as const) },
    {
      weight: 4,
      arbitrary: fc.constantFrom('host' as const, 'none' as const, 'container' as const),
    },
  ),
  shares: fc.nat(7),
  joins: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  aliases: fc.nat(2),
  isStatic: fc.boolean(),
  links: fc.array(fc.record({ to: fc.nat(7), renamed: fc.boolean() }), { maxLength: 2 }),
  ports: fc.array(
    fc.record({
      port: fc.constantFrom(80, 8080, 8081, 9000),
      protocol,
      ip: fc.constantFrom('any' as const, 'any' as const, 'loopback' as const, 'node' as const),
      length: fc.constantFrom(1, 1, 3),
      target: fc.constantFrom(80, 8080),
    }),
    { maxLength: 2 },
  ),
  listens: fc.array(portOf, { maxLength: 2 }),
  chapter: fc.nat(2),
});

const choices = fc.record({
  nodes: fc.array(
    fc.record({
      engine: fc.constantFrom('20.10' as const, '26.1' as const, '28.5' as const),
      ssh: fc.boolean(),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  chapters: fc.integer({ min: 1, max: 3 }),
  networks: fc.array(
    fc.record({
      node: fc.nat(1),
      subnet: fc.boolean(),
      gateway: fc.boolean(),
      internal: fc.boolean(),
      icc: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
  containers: fc.array(container, { minLength: 1, maxLength: 8 }),
  pairs: fc.array(fc.nat(1), { maxLength: 2 }),
});

type Choices = typeof choices extends fc.Arbitrary<infer T> ? T : never;

/**
 * Random topologies that are valid by construction: 1 to 2 nodes, up to 4 networks, 1 to 8 containers in
 * all modes, with links, published ports, listeners and namespace pairs.
 *
 * Subnets are below 10.201.0.0/16, which no engine chooses; static addresses start at .100, where an
 * engine that counts up from .2 does not get to.
 */
export const validTopology = (): fc.Arbitrary<Topology> => choices.map(assemble);

function assemble(choice: Choices): Topology {
  const count = choice.nodes.length;
  const chapters = Array.from({ length: choice.chapters }, (_, i) => `part${i + 1}`);
  const nodes: TopologyNode[] = choice.nodes.map(({ engine, ssh }, i) => ({
    name: `node${i + 1}`,
    address: `192.168.205.${10 + i}/24`,
    engine,
    ...(ssh ? { listens: [{ port: 22 }] } : {}),
  }));
  const networks: TopologyNetwork[] = choice.networks.map((network, i) => ({
    name: `net${i + 1}`,
    node: nodes[network.node % count]!.name,
    internal: network.internal,
    icc: network.icc,
    ...(network.subnet
      ? {
          subnet: `10.201.${i}.0/24`,
          ...(network.gateway ? { gateway: `10.201.${i}.254` } : {}),
        }
      : {}),
  }));
  const containers: TopologyContainer[] = [];
  const sockets = new Sockets(nodes);
  for (const entry of choice.containers) {
    const node = nodes[entry.node % count]!;
    const own = networks.filter((network) => network.node === node.name);
    containers.push(assembleContainer(entry, node, own, containers, sockets, chapters));
  }
  return {
    name: 'random',
    outside: { address: '192.168.205.1' },
    chapters: chapters.map((id) => ({ id, title: id })),
    nodes,
    networks,
    containers,
    namespacePairs: choice.pairs.map((node, i) => assemblePair(nodes[node % count]!.name, i)),
  };
}

function assembleContainer(
  choice: ContainerChoice,
  node: TopologyNode,
  networks: readonly TopologyNetwork[],
  before: readonly TopologyContainer[],
  sockets: Sockets,
  chapters: readonly string[],
): TopologyContainer {
  const index = before.length;
  const name = `c${index + 1}`;
  const here = before.filter((other) => other.node === node.name);
  const shareable = here.filter(({ networkMode = '' }) => !networkMode.startsWith('container:'));
  const shared = shareable[choice.shares % Math.max(1, shareable.length)];
  const mode = choice.mode === 'container' && shared === undefined ? 'none' : choice.mode;
  const base = {
    name,
    node: node.name,
    image: 'busybox:1.36',
    command: ['sleep', 'infinity'],
    chapter: chapters[choice.chapter % chapters.length]!,
  };
  const stack =
    mode === 'container' && shared !== undefined
      ? shared.networkMode === 'host'
        ? node.name
        : shared.name
      : mode === 'host'
        ? node.name
        : name;
  const listens = choice.listens.filter((socket) => sockets.listen(stack, socket));
  const rest = { ...base, ...(listens.length === 0 ? {} : { listens: listens.map(listener) }) };
  if (mode === 'container' && shared !== undefined) {
    return { ...rest, networkMode: `container:${shared.name}` };
  }
  if (mode === 'host' || mode === 'none') return { ...rest, networkMode: mode };
  const joined = networks.filter((_, i) => choice.joins[i + 1]);
  const onBridge = choice.joins[0] === true || joined.length === 0;
  const ports = choice.ports.flatMap((port) => sockets.publish(node, port));
  const links = onBridge ? linksTo(choice, here) : [];
  return {
    ...rest,
    ...(joined.length === 0
      ? {}
      : {
          networks: [
            ...(onBridge ? ['bridge'] : []),
            ...joined.map((network) => attachment(choice, network, name, index)),
          ],
        }),
    ...(links.length === 0 ? {} : { links }),
    ...(ports.length === 0 ? {} : { ports }),
  };
}

const listener = ({ port, protocol: over }: PortOf): TopologyListener =>
  over === 'tcp' ? { port } : { port, protocol: over };

function attachment(
  { aliases, isStatic }: ContainerChoice,
  network: TopologyNetwork,
  name: string,
  index: number,
): string | TopologyAttachment {
  const address =
    isStatic && network.subnet !== undefined
      ? { address: network.subnet.replace(/0\/24$/, String(100 + index)) }
      : {};
  if (aliases === 0 && Object.keys(address).length === 0) return network.name;
  const names = [`${name}-alias`, `${name}-on-${network.name}`].slice(0, aliases);
  return { network: network.name, ...(names.length === 0 ? {} : { aliases: names }), ...address };
}

/** Only to containers before this one, so that there is no circle. */
function linksTo(choice: ContainerChoice, here: readonly TopologyContainer[]): TopologyLink[] {
  const targets = here.filter(
    ({ networkMode, networks }) =>
      networkMode === undefined && (networks === undefined || networks.includes('bridge')),
  );
  const links = new Map<string, TopologyLink>();
  for (const { to, renamed } of choice.links) {
    const target = targets[to];
    if (target === undefined) continue;
    links.set(target.name, {
      container: target.name,
      ...(renamed ? { alias: `link-${target.name}` } : {}),
    });
  }
  return [...links.values()];
}

const assemblePair = (node: string, i: number): TopologyNamespacePair => ({
  node,
  ends: [
    { name: `ns${i}a`, interface: `veth-ns${i}a`, address: `10.202.${i}.1/24` },
    { name: `ns${i}b`, interface: `veth-ns${i}b`, address: `10.202.${i}.2/24` },
  ],
});

/** Remembers who has which port, and gives none away twice. */
class Sockets {
  private readonly used: { stack: string; ip: string; port: number; protocol: string }[] = [];

  constructor(nodes: readonly TopologyNode[]) {
    for (const { name, listens = [] } of nodes) {
      for (const { port, protocol: over = 'tcp' } of listens) {
        this.used.push({ stack: name, ip: ANY_ADDRESS, port, protocol: over });
      }
    }
  }

  listen(stack: string, socket: PortOf): boolean {
    return this.take(stack, ANY_ADDRESS, [socket]);
  }

  /** The port in Docker's short syntax, if it is free. */
  publish(node: TopologyNode, choice: PortChoice): string[] {
    const { port, length, target, protocol: over } = choice;
    const own = node.address.split('/')[0]!;
    const ip = { any: ANY_ADDRESS, loopback: '127.0.0.1', node: own }[choice.ip];
    const all = Array.from({ length }, (_, i) => ({ port: port + i, protocol: over }));
    if (!this.take(node.name, ip, all)) return [];
    const range = (first: number) => (length === 1 ? `${first}` : `${first}-${first + length - 1}`);
    const prefix = choice.ip === 'any' ? '' : `${ip}:`;
    return [`${prefix}${range(port)}:${range(target)}${over === 'udp' ? '/udp' : ''}`];
  }

  private take(stack: string, ip: string, wanted: readonly PortOf[]): boolean {
    const free = wanted.every(({ port, protocol: over }) =>
      this.used.every(
        (other) =>
          other.stack !== stack ||
          other.port !== port ||
          other.protocol !== over ||
          !addressesCollide(other.ip, ip),
      ),
    );
    if (free) this.used.push(...wanted.map((socket) => ({ ...socket, stack, ip })));
    return free;
  }
}
