import { rangeApart } from '../address-range';
import {
  contains,
  firstHost,
  hostCount,
  hostProblem,
  isAddress,
  parseCidr,
  subnetOf,
  type Cidr,
} from '../addresses';
import { DEFAULT_BRIDGE } from '../lab';
import { POOLS } from '../pools';
import { quote, type Finding } from '../problems';
import type { TopologyAttachment, TopologyNetwork } from '../topology';
import { attachedKey, networkKey, type ContainerItem, type Draft, type Item } from './draft';
import { type Value, phrase } from '../../text/text';

/** A container's memberships of networks, and the addresses that it asks for there. */
export function* attachments(draft: Draft): Iterable<Finding> {
  for (const container of draft.containers) {
    if (container.mode !== 'bridge') continue;
    yield* memberships(container);
    for (const item of container.attachments) {
      if (item.value.network === DEFAULT_BRIDGE) yield* onDefaultBridge(item);
    }
  }
  for (const network of draft.networks) {
    const key = networkKey(network.value.node, network.value.name);
    if (draft.networkNamed.get(key) === network) yield* members(draft, network, key);
  }
  for (const overlay of draft.overlays) {
    if (draft.overlayNamed.get(overlay.value.name) !== overlay) continue;
    yield* members(draft, overlay, networkKey('', overlay.value.name));
  }
}

function* memberships({ value, path, attachments: all }: ContainerItem): Iterable<Finding> {
  if (all.length === 0) {
    yield {
      path: [...path, 'networks'],
      message: phrase('{container} has an empty list of networks', { container: value.name }),
      why: phrase('a container without any network is a network mode of its own'),
      next: phrase("write networkMode: 'none', or leave networks out for the default bridge"),
    };
  }
  const seen = new Set<string>();
  for (const { value: attachment, path: place } of all) {
    if (seen.has(attachment.network)) {
      yield {
        path: place,
        message: phrase('{container} is on network {network} twice', {
          container: value.name,
          network: quote(attachment.network),
        }),
        why: phrase('a container has one interface on a network'),
        next: phrase('leave one of them out, and give its aliases to the other'),
      };
    }
    seen.add(attachment.network);
  }
}

function* onDefaultBridge({ value, path }: Item<TopologyAttachment>): Iterable<Finding> {
  if (value.address !== undefined) {
    yield {
      path: [...path, 'address'],
      message: phrase('a static address on the default bridge'),
      why: phrase('Docker gives static addresses on user-defined networks only'),
      next: phrase('leave the address out, or use a network with a declared subnet'),
    };
  }
  if ((value.aliases ?? []).length > 0) {
    yield {
      path: [...path, 'aliases'],
      message: phrase('an alias on the default bridge'),
      why: phrase('containers on the default bridge have no names there'),
      next: phrase('leave the alias out, use a user-defined network, or a link'),
    };
  }
}

/**
 * From 29.0.4 on an engine gives a static address also in a subnet that it has chosen itself: the next of its pools, as
 * far as a topology tells.
 */
function takesAny(
  { nodeNamed, networks }: Draft,
  { value }: ContainerItem,
  { network, address }: TopologyAttachment,
): boolean {
  if (nodeNamed.get(value.node)?.value.engine !== '29' || !isAddress(address ?? '')) return false;
  const chosen = networks.filter((one) => one.value.node === value.node && !one.value.subnet);
  const pool = POOLS[1 + chosen.findIndex((one) => one.value.name === network)];
  return pool !== undefined && contains(pool, address ?? '');
}

/** Whether the node has an address of the subnet. */
const hasGateway = (network: TopologyNetwork): boolean =>
  !('inhibitIpv4' in network && network.inhibitIpv4 === true) &&
  !('gatewayMode' in network || 'gatewayModeIpv4' in network
    ? (network.gatewayModeIpv4 ?? network.gatewayMode) === 'isolated'
    : false);

interface Member extends Item<TopologyAttachment> {
  readonly container: ContainerItem;
}

function* members(draft: Draft, network: Item<TopologyNetwork>, key: string): Iterable<Finding> {
  const { name, subnet, gateway } = network.value;
  const own = draft.containers
    .flatMap((container) => container.attachments.map((item) => ({ ...item, container })))
    .filter(
      ({ value, container }) => attachedKey(draft, container.value.node, value.network) === key,
    );
  if (subnet === undefined) {
    for (const { value, path, container } of own) {
      if (value.address === undefined || takesAny(draft, container, value)) continue;
      yield {
        path: [...path, 'address'],
        message: phrase('a static address on network {network}, which declares no subnet', {
          network: quote(name),
        }),
        why: phrase('the engine chooses the subnet, and refuses static addresses in it'),
        next: phrase('declare a subnet for {network}, or leave the address out', {
          network: quote(name),
        }),
      };
    }
    return;
  }
  const range = parseCidr(subnet);
  if (range === undefined || range.prefix > (hasGateway(network.value) ? 30 : 31)) return;
  const taken = new Map<string, Value>(
    hasGateway(network.value) ? [[gateway ?? firstHost(range), phrase('the gateway')]] : [],
  );
  for (const { value, path, container } of own) {
    const { address } = value;
    if (address === undefined || !isAddress(address)) continue;
    const owner = taken.get(address);
    const problem =
      (range.prefix === 31 ? undefined : hostProblem(range, address)) ??
      (owner === undefined
        ? undefined
        : phrase('{address} is the address of {owner}', { address, owner }));
    taken.set(address, container.value.name);
    if (problem === undefined) continue;
    yield {
      path: [...path, 'address'],
      message: problem,
      why: phrase(
        'a static address on network {network} is one of its subnet that nobody else has',
        { network: quote(name) },
      ),
      next: phrase('choose a free address in {subnet}, or leave it out', {
        subnet: subnetOf(range),
      }),
    };
  }
  yield* room(draft, network, range, own);
}

/** As many addresses as are needed, those that the engine gives apart from the static ones. */
function* room(
  draft: Draft,
  { value, path }: Item<TopologyNetwork>,
  range: Cidr,
  own: readonly Member[],
): Iterable<Finding> {
  const { name, subnet, gateway = firstHost(range) } = value;
  if (!isAddress(gateway)) return;
  const addresses = own.flatMap((one) => one.value.address ?? []);
  const statics = addresses.filter(isAddress);
  const given = own.length - addresses.length + ofSwarm(draft, value);
  const place = [...path, 'subnet'];
  const all = range.prefix === 31 ? 2 : hostCount(range);
  const most = all - (hasGateway(value) ? 1 : 0);
  if (given + addresses.length > most) {
    yield {
      path: place,
      message: phrase(
        '{subnet} has room for {room} addresses, and {count} are needed on {network}',
        {
          subnet: subnet ?? '',
          room: most,
          count: given + addresses.length,
          network: quote(name),
        },
      ),
      why: phrase('the network, its broadcast and its gateway take three addresses'),
      next: phrase('use a shorter prefix length, such as /24'),
    };
    return;
  }
  if (range.prefix === 31) return;
  const free = statics.length === 0 ? undefined : (rangeApart(range, gateway, statics)?.room ?? 0);
  if (free === undefined || given <= free) return;
  yield {
    path: place,
    message: phrase(
      'no block of {subnet} without a static address has room for {count}, which the engine gives on {network}',
      { subnet: subnet ?? '', count: given, network: quote(name) },
    ),
    why: phrase(
      'it gives addresses from such a block, so that none is taken when a container that has it comes back',
    ),
    next: phrase(
      'use a shorter prefix length, such as /24, or give all containers on {network} static addresses',
      { network: quote(name) },
    ),
  };
}

/** Addresses that a swarm gives on an overlay besides those of containers: to services, replicas and each node. */
function ofSwarm({ services, swarm }: Draft, { name, driver }: TopologyNetwork): number {
  if (driver !== 'overlay') return 0;
  const on = services.filter(({ attachments: all }) =>
    all.some((one) => one.value.network === name),
  );
  const each = on.map(
    ({ value }) => (value.replicas ?? 1) + (value.endpointMode === 'dnsrr' ? 0 : 1),
  );
  return swarm.length + each.reduce((sum, count) => sum + count, 0);
}
