import {
  cidr,
  DEFAULT_BRIDGE_SUBNET,
  formatCidr,
  hostProblem,
  isAddress,
  isSpecial,
  overlap,
  parseCidr,
  sameSubnet,
  subnetOf,
  type Cidr,
} from '../addresses';
import { NO_ADDRESS } from '../left-out';
import type { Finding, Path } from '../problems';
import { isFurther, type Draft } from './draft';
import { phrase } from '../../text/text';

/** Addresses of the nodes and of the outside: all in one subnet, each its own. */
export function* hosts(draft: Draft): Iterable<Finding> {
  yield* further(draft);
  const { nodes, outside } = draft;
  const near = nodes.filter((node) => !isFurther(node));
  const addresses = near.flatMap(({ value, path }) => {
    const range = parseCidr(value.address);
    return range === undefined ? [] : [{ range, path: [...path, 'address'] }];
  });
  const [first] = addresses;
  if (first === undefined) return;
  const used = new Set<string>();
  for (const { range, path } of addresses) {
    if (!sameSubnet(range, first.range)) {
      yield {
        path,
        message: phrase('{address} is not in the subnet of the first node, {subnet}', {
          address: formatCidr(range),
          subnet: subnetOf(first.range),
        }),
        why: phrase('the nodes reach each other on one network, without a router'),
        next: phrase('choose an address in {subnet}, with prefix length {prefix}', {
          subnet: subnetOf(first.range),
          prefix: first.range.prefix,
        }),
      };
      continue;
    }
    yield* usable(first.range, range.address, path, used);
  }
  if (overlap(first.range, cidr(DEFAULT_BRIDGE_SUBNET))) {
    yield {
      path: first.path,
      message: phrase("the nodes' network {subnet} overlaps {other}", {
        subnet: subnetOf(first.range),
        other: DEFAULT_BRIDGE_SUBNET,
      }),
      why: phrase(
        'every node has its default bridge there and would look for the other nodes on it',
      ),
      next: phrase('choose another subnet, such as "192.168.205.0/24"'),
    };
  }
  if (outside !== undefined && isAddress(outside.value.address)) {
    yield* usable(first.range, outside.value.address, ['outside', 'address'], used);
  }
}

/** A further host has an address that nobody else has, and that can be one. */
function* further({ nodes }: Draft): Iterable<Finding> {
  const used = new Set<string>();
  for (const node of nodes) {
    const address = parseCidr(node.value.address)?.address;
    if (address === undefined || address === NO_ADDRESS) continue;
    const special = isFurther(node) && isSpecial(address);
    if (special || (isFurther(node) && used.has(address))) {
      yield {
        path: [...node.path, 'address'],
        message: special
          ? phrase('{address} is set aside for a special use', { address })
          : phrase('{address} is the address of another node', { address }),
        why: phrase('it is where this machine finds the host'),
        next: phrase("write the host's address, without a prefix length"),
      };
    }
    used.add(address);
  }
}

function* usable(range: Cidr, address: string, path: Path, taken: Set<string>): Iterable<Finding> {
  const problem = isSpecial(address)
    ? phrase('{address} is set aside for a special use', { address })
    : (hostProblem(range, address) ??
      (taken.has(address) ? phrase('{address} is the address of a node', { address }) : undefined));
  taken.add(address);
  if (problem === undefined) return;
  yield {
    path,
    message: problem,
    why: phrase("each node and the outside have an address of their own on the nodes' network"),
    next: phrase('choose a free address in {subnet}', { subnet: subnetOf(range) }),
  };
}
