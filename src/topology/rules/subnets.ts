import {
  cidr,
  DEFAULT_BRIDGE_SUBNET,
  formatCidr,
  holdsSpecial,
  hostProblem,
  isAddress,
  networkAddress,
  overlap,
  parseCidr,
  subnetOf,
  type Cidr,
} from '../addresses';
import {
  isLinkLocal6,
  isPrivate6,
  overlap6,
  parseSubnet6,
  prefix6,
  type Subnet6,
} from '../addresses6';
import { quote, type Finding } from '../problems';
import { GATEWAY_BRIDGE } from '../lab';
import { gatewayBridgeSubnet } from '../pools';
import type { TopologyNetwork } from '../topology';
import type { Draft, Item } from './draft';
import { type Value, phrase } from '../../text/text';

/** What a swarm gives its own network, which publishes the ports of services. */
const INGRESS_SUBNET = '10.0.0.0/24';

/** Subnets and gateways of networks, and subnets of one node that share addresses. */
export function* subnets(draft: Draft): Iterable<Finding> {
  for (const network of [...draft.networks, ...draft.overlays]) yield* subnet(network);
  yield* overlaps(draft);
  yield* subnets6(draft);
}

/** IPv6 subnets: private, with room for an engine to choose from, and each its own in the whole lab. */
function* subnets6({ networks }: Draft): Iterable<Finding> {
  const taken: { readonly name: string; readonly range: Subnet6 }[] = [];
  for (const { value, path } of networks) {
    const range = parseSubnet6(value.subnet6 ?? '');
    if (range === undefined) continue;
    const at = [...path, 'subnet6'];
    if (!isPrivate6(range) && !isLinkLocal6(range)) {
      yield {
        path: at,
        message: phrase('{subnet} is not a private subnet', { subnet: range.text }),
        why: phrase('only unique local addresses, fc00::/7, belong to nobody else'),
        next: phrase('choose one such as "fd00:1::/64"'),
      };
    }
    if (prefix6(range) > 112) {
      yield {
        path: at,
        message: phrase('{subnet} is too small', { subnet: range.text }),
        why: phrase('engines count up addresses in it'),
        next: phrase('use a prefix length of 112 or less, best 64'),
      };
    }
    // Each link has these for itself.
    const other = isLinkLocal6(range) ? undefined : taken.find((one) => overlap6(one.range, range));
    if (other !== undefined) {
      yield {
        path: at,
        message: phrase('{subnet} overlaps the IPv6 subnet of network {name}', {
          subnet: range.text,
          name: other.name,
        }),
        why: phrase('an address must tell which network it belongs to'),
        next: phrase('choose another subnet'),
      };
    }
    taken.push({ name: value.name, range });
  }
}

function* subnet({ value, path }: Item<TopologyNetwork>): Iterable<Finding> {
  if (value.subnet === undefined) {
    if (value.gateway !== undefined) {
      yield {
        path: [...path, 'gateway'],
        message: phrase('a gateway without a subnet'),
        why: phrase('where the engine chooses the subnet, it chooses the gateway too'),
        next: phrase('declare the subnet, or leave the gateway out'),
      };
    }
    return;
  }
  const range = parseCidr(value.subnet);
  if (range === undefined) return;
  yield* usable(range, [...path, 'subnet'], isBare(value) ? 31 : 30);
  if (value.gateway === undefined || !isAddress(value.gateway)) return;
  const problem = range.prefix > 30 ? undefined : hostProblem(range, value.gateway);
  if (problem !== undefined) {
    yield {
      path: [...path, 'gateway'],
      message: phrase('the gateway {problem}', { problem }),
      why: phrase("the gateway is the bridge's own address in the subnet"),
      next: phrase('choose a free address in {subnet}, or leave the gateway out for its first', {
        subnet: subnetOf(range),
      }),
    };
  }
}

/** True where the bridge has no address: a subnet of two has room for two containers then (RFC 3021). */
const isBare = (network: TopologyNetwork): boolean =>
  ('inhibitIpv4' in network && network.inhibitIpv4 === true) ||
  ('gatewayModeIpv4' in network && network.gatewayModeIpv4 === 'isolated') ||
  ('gatewayMode' in network && network.gatewayMode === 'isolated');

function* usable(range: Cidr, path: Finding['path'], longest: number): Iterable<Finding> {
  const text = formatCidr(range);
  if (range.address !== networkAddress(range)) {
    yield {
      path,
      message: phrase('{text} is not the first address of its subnet', { text }),
      why: phrase('the bits after the prefix must be zero'),
      next: phrase('write {text}', { text: quote(subnetOf(range)) }),
    };
  }
  if (range.prefix > longest) {
    yield {
      path,
      message: phrase('{text} has no room', { text }),
      why: phrase('a bridge needs an address for its gateway and one for a container'),
      next: phrase('use a prefix length of 30 or less'),
    };
  }
  if (holdsSpecial(range)) {
    yield {
      path,
      message: phrase('{subnet} is set aside for a special use, or holds what is', {
        subnet: text,
      }),
      why: phrase(
        'loopback, link-local, multicast and reserved addresses are no addresses of containers',
      ),
      next: phrase('choose a private subnet, such as "172.30.0.0/24"'),
    };
  }
}

/** Subnets of one node that share addresses. */
export function* overlaps({ nodes, networks, overlays, swarm }: Draft): Iterable<Finding> {
  const reported = new Set<string>();
  for (const node of nodes) {
    const inSwarm = swarm.some(({ value }) => value === node.value.name);
    const own = parseCidr(node.value.address);
    const gateway = inSwarm ? gatewayBridgeSubnet(own) : undefined;
    const taken: { readonly of: Value; readonly range: Cidr }[] = [
      { of: phrase('the default bridge'), range: cidr(DEFAULT_BRIDGE_SUBNET) },
      ...(gateway === undefined ? [] : [{ of: GATEWAY_BRIDGE, range: gateway }]),
      ...(inSwarm
        ? [{ of: phrase("the swarm's network ingress"), range: cidr(INGRESS_SUBNET) }]
        : []),
      ...(own === undefined ? [] : [{ of: "the nodes' network", range: own }]),
    ];
    const bridges = networks.filter(({ value }) => value.node === node.value.name);
    for (const { value, path } of [...bridges, ...(inSwarm ? overlays : [])]) {
      const range = parseCidr(value.subnet ?? '');
      if (range === undefined) continue;
      const other = taken.find((candidate) => overlap(candidate.range, range));
      const place = path.join('.');
      // An overlay network is on several nodes.
      if (other !== undefined && !reported.has(place)) {
        reported.add(place);
        yield {
          path: [...path, 'subnet'],
          message: phrase('{subnet} overlaps {other}, the subnet of {owner}', {
            subnet: value.subnet ?? '',
            other: subnetOf(other.range),
            owner: other.of,
          }),
          why: phrase('{node} could not tell by an address which of the two it belongs to', {
            node: node.value.name,
          }),
          next: phrase('choose another subnet, or leave it out and let the engine choose'),
        };
      }
      taken.push({ of: phrase('network {name}', { name: value.name }), range });
    }
  }
}
