import { firstHost, hostCount, hostProblem, isAddress, parseCidr, subnetOf } from '../addresses';
import { DEFAULT_BRIDGE } from '../lab';
import { quote, type Finding } from '../problems';
import type { TopologyAttachment, TopologyNetwork } from '../topology';
import { attachedKey, networkKey, type ContainerItem, type Draft, type Item } from './draft';

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
      message: `${value.name} has an empty list of networks`,
      why: 'a container without any network is a network mode of its own',
      next: "write networkMode: 'none', or leave networks out for the default bridge",
    };
  }
  const seen = new Set<string>();
  for (const { value: attachment, path: place } of all) {
    if (seen.has(attachment.network)) {
      yield {
        path: place,
        message: `${value.name} is on network ${quote(attachment.network)} twice`,
        why: 'a container has one interface on a network',
        next: 'leave one of them out, and give its aliases to the other',
      };
    }
    seen.add(attachment.network);
  }
}

function* onDefaultBridge({ value, path }: Item<TopologyAttachment>): Iterable<Finding> {
  if (value.address !== undefined) {
    yield {
      path: [...path, 'address'],
      message: 'a static address on the default bridge',
      why: 'Docker gives static addresses on user-defined networks only',
      next: 'leave the address out, or use a network with a declared subnet',
    };
  }
  if ((value.aliases ?? []).length > 0) {
    yield {
      path: [...path, 'aliases'],
      message: 'an alias on the default bridge',
      why: 'containers on the default bridge have no names there',
      next: 'leave the alias out, use a user-defined network, or a link',
    };
  }
}

function* members(draft: Draft, network: Item<TopologyNetwork>, key: string): Iterable<Finding> {
  const { name, subnet, gateway } = network.value;
  const own = draft.containers
    .flatMap((container) => container.attachments.map((item) => ({ ...item, container })))
    .filter(
      ({ value, container }) => attachedKey(draft, container.value.node, value.network) === key,
    );
  if (subnet === undefined) {
    for (const { value, path } of own) {
      if (value.address === undefined) continue;
      yield {
        path: [...path, 'address'],
        message: `a static address on network ${quote(name)}, which declares no subnet`,
        why: 'the engine chooses the subnet, and refuses static addresses in it',
        next: `declare a subnet for ${quote(name)}, or leave the address out`,
      };
    }
    return;
  }
  const range = parseCidr(subnet);
  if (range === undefined || range.prefix > 30) return;
  const taken = new Map([[gateway ?? firstHost(range), 'the gateway']]);
  for (const { value, path, container } of own) {
    const { address } = value;
    if (address === undefined || !isAddress(address)) continue;
    const owner = taken.get(address);
    const problem =
      hostProblem(range, address) ??
      (owner === undefined ? undefined : `${address} is the address of ${owner}`);
    taken.set(address, container.value.name);
    if (problem === undefined) continue;
    yield {
      path: [...path, 'address'],
      message: problem,
      why: `a static address on network ${quote(name)} is one of its subnet that nobody else has`,
      next: `choose a free address in ${subnetOf(range)}, or leave it out`,
    };
  }
  const room = hostCount(range) - 1;
  if (new Set(own.map(({ container }) => container)).size > room) {
    yield {
      path: [...network.path, 'subnet'],
      message: `${subnet} has room for ${room} containers, and ${own.length} are on ${quote(name)}`,
      why: 'the network, its broadcast and its gateway take three addresses',
      next: 'use a shorter prefix length, such as /24',
    };
  }
}
