import { isAddress, parseCidr, subnetOf } from '../../topology/addresses';
import { parseSubnet6 } from '../../topology/addresses6';
import type { TopologyNetwork } from '../../topology/topology';
import type { Unsaid } from '../../topology/unsaid';
import type { ComposeNetwork } from './project';

/** The options of a bridge, of which some decide who reaches whom. */
const BRIDGE = 'com.docker.network.bridge.';
const ICC = `${BRIDGE}enable_icc`;
/** They change nothing of that. */
const HARMLESS =
  /^com\.docker\.network\.(?:bridge\.name|driver\.mtu|container_iface_prefix)$|^encrypted$/;

export interface NetworkRequest {
  /** What the topology calls it. */
  readonly name: string;
  readonly network: ComposeNetwork;
  readonly node: string;
  readonly swarm: boolean;
  /** For an IPv6 subnet that the file leaves to the engine. */
  readonly index: number;
}

export interface MadeNetwork {
  readonly network: TopologyNetwork;
  readonly unsaid: readonly Unsaid[];
}

/** The endpoint that stands for whoever else is on an external network. */
export const membersOf = (network: string): string => `others.${network}`.slice(0, 63);

/** A network as the topology has it, and what the file does not say of it. */
export function networkOf({ name, network, node, swarm, index }: NetworkRequest): MadeNetwork {
  const configs = network.ipam?.config ?? [];
  const v4 = configs.find(({ subnet }) => parseCidr(subnet ?? '') !== undefined);
  const v6 = configs.find(({ subnet }) => parseSubnet6(subnet ?? '') !== undefined);
  const range = parseCidr(v4?.subnet ?? '');
  const subnet = range === undefined ? {} : { subnet: subnetOf(range) };
  const gateway =
    range !== undefined && isAddress(v4?.gateway ?? '') ? { gateway: v4!.gateway! } : {};
  const internal = network.internal === true ? { internal: true } : {};
  const unsaid = [...untold(name, network, node)];
  if (swarm && (network.driver ?? 'overlay') === 'overlay') {
    const encrypted = 'encrypted' in (network.driver_opts ?? {}) ? { encrypted: true } : {};
    const made = { name, driver: 'overlay' as const, ...subnet, ...gateway, ...internal };
    return { network: { ...made, ...encrypted }, unsaid };
  }
  const chosen6 = `fd00:${(0xc000 + index).toString(16)}::/64`;
  const subnet6 = network.enable_ipv6 === true ? { subnet6: v6?.subnet ?? chosen6 } : {};
  const icc = /^(false|0)$/i.test(network.driver_opts?.[ICC] ?? '') ? { icc: false } : {};
  return {
    network: { name, node, ...subnet, ...gateway, ...subnet6, ...internal, ...icc },
    unsaid,
  };
}

function* untold(name: string, network: ComposeNetwork, node: string): Iterable<Unsaid> {
  const { driver = '', external, driver_opts: options } = network;
  if (external === true) {
    yield { kind: 'external-network', network: name, node, members: membersOf(name) };
  }
  if (!['', 'default', 'bridge', 'overlay'].includes(driver)) {
    yield { kind: 'driver', network: name, node, driver };
  }
  for (const option of Object.keys(options ?? {})) {
    if (option !== ICC && !HARMLESS.test(option)) yield { kind: 'option', network: name, option };
  }
}
