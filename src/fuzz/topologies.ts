import type fc from 'fast-check';
import type {
  Topology,
  TopologyAttachment,
  TopologyContainer,
  TopologyNamespacePair,
  TopologyBridge,
  TopologyNode,
  TopologyOverlay,
} from '../topology/topology';
import { validate } from '../topology/validate';
import {
  choices,
  type Choices,
  type NetworkChoice,
  type OverlayChoice,
  type Size,
} from './choices';
import { assembleContainer } from './containers';
import { assembleService } from './services';
import { createSockets } from './sockets';

/** 1 to 2 nodes and 1 to 8 containers. */
const SMALL: Size = {
  nodes: { minLength: 1, maxLength: 2 },
  containers: { minLength: 1, maxLength: 8 },
};

/**
 * Random topologies that are valid by construction: nodes, up to 5 networks, containers in all modes, with links,
 * published ports, listeners and up to 2 namespace pairs; where some of the nodes are a swarm, also up to 2 overlay
 * networks
 * and services on them.
 *
 * Subnets are in 10.201.0.0 to 10.205.255.255, which no engine chooses; static addresses are where an engine that
 * counts up does not get to.
 *
 * @param swarm How many of the nodes are one
 */
export const validTopology = (size: Size = SMALL, swarm = 0): fc.Arbitrary<Topology> =>
  choices(size).map((choice) => assemble(choice, swarm));

function assemble(choice: Choices, swarm: number): Topology {
  const count = choice.nodes.length;
  const chapters = Array.from({ length: choice.chapters }, (_, i) => `part${i + 1}`);
  const nodes = choice.nodes.map(({ engine, ssh, udp }, i): TopologyNode => {
    const listens = [
      ...(ssh ? [{ port: 22 }] : []),
      ...(udp ? [{ port: 9, protocol: 'udp' as const }] : []),
    ];
    const address = `192.168.205.${10 + i}/24`;
    return { name: `node${i + 1}`, address, engine, ...(listens.length > 0 ? { listens } : {}) };
  });
  const networks: TopologyBridge[] = [];
  for (const network of choice.networks) {
    networks.push(assembleNetwork(network, nodes[network.node % count]!.name, networks));
  }
  const members = nodes.slice(0, swarm).map(({ name }) => name);
  const overlays = swarm === 0 ? [] : choice.overlays.map(assembleOverlay);
  const containers: TopologyContainer[] = [];
  const sockets = createSockets(nodes);
  for (const entry of choice.containers) {
    // The choice itself knows two nodes only.
    const node = nodes[(swarm === 0 ? entry.node : entry.node + entry.shares) % count]!;
    const own = networks.filter((network) => network.node === node.name);
    const joined = overlays.filter(
      (_, index) =>
        members.includes(node.name) && choice.overlays[index]!.members[containers.length] === true,
    );
    const place = { node, networks: own, overlays: joined, before: containers, sockets, chapters };
    containers.push(assembleContainer(entry, place));
  }
  return withSharedAlias(choice.shared, {
    name: 'random',
    outside: { address: '192.168.205.1' },
    chapters: chapters.map((id) => ({ id, title: id })),
    nodes,
    ...(swarm === 0 ? {} : { swarm: members }),
    networks: [...networks, ...overlays],
    containers,
    ...(swarm === 0
      ? {}
      : {
          services: choice.services.map((entry, index) =>
            assembleService(entry, index, { overlays, sockets, chapters }),
          ),
        }),
    namespacePairs: choice.pairs.map((node, i) => assemblePair(nodes[node % count]!.name, i)),
  });
}

function assembleNetwork(
  choice: NetworkChoice,
  node: string,
  before: readonly TopologyBridge[],
): TopologyBridge {
  const { internal, icc } = choice;
  const subnet6 = choice.ipv6 ? { subnet6: `fd00:${before.length + 1}::/64` } : {};
  const network = { name: `net${before.length + 1}`, node, internal, icc, ...subnet6 };
  if (!choice.subnet) return network;
  const base = `10.${201 + before.length}.0`;
  const same = before.at(-1)?.subnet;
  if (choice.prefix === 'again' && same !== undefined && mayRepeat(same, node, before)) {
    return { ...network, subnet: same };
  }
  const prefix = choice.prefix === 'again' ? 24 : choice.prefix;
  return {
    ...network,
    subnet: `${base}.0/${prefix}`,
    ...(choice.gateway ? { gateway: `${base}.${prefix === 27 ? 30 : 254}` } : {}),
  };
}

/** In a range that neither swarms nor engines choose from. */
function assembleOverlay(
  { subnet, gateway, internal }: OverlayChoice,
  index: number,
): TopologyOverlay {
  const network = { name: `over${index + 1}`, driver: 'overlay' as const, internal };
  if (!subnet) return network;
  const base = `10.${206 + index}.0`;
  return {
    ...network,
    subnet: `${base}.0/24`,
    ...(gateway ? { gateway: `${base}.254` } : {}),
  };
}

/** Engines do not know of each other: one subnet may be on each of them, but not twice on one. */
const mayRepeat = (subnet: string, node: string, before: readonly TopologyBridge[]): boolean =>
  !before.some((other) => other.subnet === subnet && other.node === node);

/** One alias for several containers, if nobody knows two of them. */
function withSharedAlias(shared: readonly number[], topology: Topology): Topology {
  if (shared.length === 0) return topology;
  const { containers = [] } = topology;
  const chosen = new Set(shared.map((index) => index % Math.max(1, containers.length)));
  const changed = {
    ...topology,
    containers: containers.map((container, index) =>
      chosen.has(index) ? withAlias(container, 'db') : container,
    ),
  };
  try {
    validate(changed, 'random');
    return changed;
  } catch {
    return topology;
  }
}

/** On the last of its networks. */
function withAlias(container: TopologyContainer, alias: string): TopologyContainer {
  const { networks = [] } = container;
  const last = networks.at(-1);
  if (last === undefined || last === 'bridge') return container;
  const attachment: TopologyAttachment = typeof last === 'string' ? { network: last } : last;
  const aliases = [...(attachment.aliases ?? []), alias];
  return { ...container, networks: [...networks.slice(0, -1), { ...attachment, aliases }] };
}

const assemblePair = (node: string, i: number): TopologyNamespacePair => ({
  node,
  ends: [
    { name: `ns${i}a`, interface: `veth-ns${i}a`, address: `10.210.${i}.1/24` },
    { name: `ns${i}b`, interface: `veth-ns${i}b`, address: `10.210.${i}.2/24` },
  ],
});
