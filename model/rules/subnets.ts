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
import { isPrivate6, overlap6, parseSubnet6, prefix6, type Subnet6 } from '../addresses6';
import type { Finding } from '../problems';
import { GATEWAY_BRIDGE } from '../lab';
import { gatewayBridgeSubnet } from '../pools';
import type { TopologyNetwork } from '../topology';
import type { Draft, Item } from './draft';

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
    if (!isPrivate6(range)) {
      yield {
        path: at,
        message: `${range.text} is not a private subnet`,
        why: 'only unique local addresses, fc00::/7, belong to nobody else',
        next: 'choose one such as "fd00:1::/64"',
      };
    }
    if (prefix6(range) > 112) {
      yield {
        path: at,
        message: `${range.text} is too small`,
        why: 'engines count up addresses in it',
        next: 'use a prefix length of 112 or less, best 64',
      };
    }
    const other = taken.find((one) => overlap6(one.range, range));
    if (other !== undefined) {
      yield {
        path: at,
        message: `${range.text} overlaps the IPv6 subnet of network ${other.name}`,
        why: 'an address must tell which network it belongs to',
        next: 'choose another subnet',
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
        message: 'a gateway without a subnet',
        why: 'where the engine chooses the subnet, it chooses the gateway too',
        next: 'declare the subnet, or leave the gateway out',
      };
    }
    return;
  }
  const range = parseCidr(value.subnet);
  if (range === undefined) return;
  yield* usable(range, [...path, 'subnet']);
  if (value.gateway === undefined || !isAddress(value.gateway)) return;
  const problem = hostProblem(range, value.gateway);
  if (problem !== undefined) {
    yield {
      path: [...path, 'gateway'],
      message: `the gateway ${problem}`,
      why: "the gateway is the bridge's own address in the subnet",
      next: `choose a free address in ${subnetOf(range)}, or leave the gateway out for its first`,
    };
  }
}

function* usable(range: Cidr, path: Finding['path']): Iterable<Finding> {
  const text = formatCidr(range);
  if (range.address !== networkAddress(range)) {
    yield {
      path,
      message: `${text} is not the first address of its subnet`,
      why: 'the bits after the prefix must be zero',
      next: `write "${subnetOf(range)}"`,
    };
  }
  if (range.prefix > 30) {
    yield {
      path,
      message: `${text} has no room`,
      why: 'a bridge needs an address for its gateway and one for a container',
      next: 'use a prefix length of 30 or less',
    };
  }
  if (holdsSpecial(range)) {
    yield {
      path,
      message: `${text} is set aside for a special use, or holds what is`,
      why: 'loopback, link-local, multicast and reserved addresses are no addresses of containers',
      next: 'choose a private subnet, such as "172.30.0.0/24"',
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
    const taken: { readonly of: string; readonly range: Cidr }[] = [
      { of: 'the default bridge', range: cidr(DEFAULT_BRIDGE_SUBNET) },
      ...(gateway === undefined ? [] : [{ of: GATEWAY_BRIDGE, range: gateway }]),
      ...(inSwarm ? [{ of: "the swarm's network ingress", range: cidr(INGRESS_SUBNET) }] : []),
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
          message: `${value.subnet} overlaps ${subnetOf(other.range)}, the subnet of ${other.of}`,
          why: `${node.value.name} could not tell by an address which of the two it belongs to`,
          next: 'choose another subnet, or leave it out and let the engine choose',
        };
      }
      taken.push({ of: `network ${value.name}`, range });
    }
  }
}
