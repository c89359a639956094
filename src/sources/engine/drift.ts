import type {
  Topology,
  TopologyAttachment,
  TopologyBridge,
  TopologyContainer,
  TopologyNetwork,
} from '../../topology/topology';
import { parsePort } from '../../topology/ports';

/**
 * What runs, as far as a file says something of it: addresses that the file leaves to the engine, ports that the engine
 * chose and what listens are the file's, so that only what differs from the file is a difference. Containers that the
 * file knows have its names.
 */
export function comparable(running: Topology, file: Topology): Topology {
  const wanted = new Map((file.containers ?? []).map((one) => [one.name, one]));
  const networks = new Map((file.networks ?? []).map((one) => [one.name, one]));
  const { name, outside, chapters, nodes, swarm } = file;
  return {
    ...running,
    ...{ name, outside, chapters, nodes },
    ...(swarm === undefined ? {} : { swarm }),
    networks: (running.networks ?? []).map((one) => network(one, networks.get(one.name))),
    containers: (running.containers ?? []).map((one) => container(one, wanted.get(one.name), file)),
    unsaid: [
      ...(file.unsaid ?? []),
      ...(running.unsaid ?? []).filter(
        (one) =>
          !('container' in one && wanted.has(one.container)) && one.kind !== 'external-network',
      ),
    ],
  };
}

function without<T extends object, K extends keyof T>(one: T, ...keys: readonly K[]): Omit<T, K> {
  const copy = { ...one };
  for (const key of keys) delete copy[key];
  return copy;
}

function network(one: TopologyNetwork, wanted: TopologyNetwork | undefined): TopologyNetwork {
  if (wanted === undefined || 'subnet' in wanted) return one;
  if (one.driver !== undefined && one.driver !== 'bridge') return one;
  const rest: { -readonly [K in keyof TopologyBridge]: TopologyBridge[K] } = { ...one };
  delete rest.subnet;
  delete rest.gateway;
  if ('subnet6' in rest && 'subnet6' in wanted) Object.assign(rest, { subnet6: wanted.subnet6 });
  return rest;
}

function container(
  one: TopologyContainer,
  wanted: TopologyContainer | undefined,
  file: Topology,
): TopologyContainer {
  if (wanted === undefined) return { ...one, networks: (one.networks ?? []).map(unaddressed) };
  const given = new Map(
    (wanted.networks ?? []).map((all) =>
      typeof all === 'string' ? [all, { network: all }] : [all.network, all],
    ),
  );
  return {
    ...one,
    image: wanted.image,
    ...(one.networks === undefined
      ? {}
      : {
          networks: one.networks.map((all) => {
            const attachment = typeof all === 'string' ? { network: all } : all;
            return alike(attachment, given.get(attachment.network));
          }),
        }),
    ...(one.ports === undefined
      ? {}
      : { ports: one.ports.map((port) => chosen(port, wanted, file)) }),
    listens: wanted.listens ?? [],
  };
}

const unaddressed = (all: string | TopologyAttachment): string | TopologyAttachment => {
  if (typeof all === 'string') return all;
  return without(all, 'address', 'address6');
};

/** Names in the order of the file, and addresses where the file has any. */
function alike(
  { network: name, aliases = [], address, address6 }: TopologyAttachment,
  wanted: TopologyAttachment | undefined,
): TopologyAttachment {
  const known = wanted?.aliases ?? [];
  return {
    network: name,
    aliases: [
      ...known.filter((one) => aliases.includes(one)),
      ...aliases.filter((one) => !known.includes(one)),
    ],
    ...(wanted?.address === undefined || address === undefined ? {} : { address }),
    ...(wanted?.address6 === undefined || address6 === undefined ? {} : { address6 }),
  };
}

/** The number that stands for the port in the file, where the file leaves the choice to the engine. */
function chosen(text: string, { name, ports = [] }: TopologyContainer, file: Topology): string {
  const read = parsePort(text);
  if (!read.ok) return text;
  const { target, protocol } = read.spec;
  const isOpen = (file.unsaid ?? []).some(
    (one) =>
      (one.kind === 'chosen-port' || one.kind === 'port-range') &&
      one.container === name &&
      one.target === target.first &&
      one.protocol === protocol,
  );
  if (!isOpen) return text;
  const stand = ports.find((other) => {
    const there = parsePort(other);
    return there.ok && there.spec.target.first === target.first && there.spec.protocol === protocol;
  });
  return stand ?? text;
}
