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
        message: `${formatCidr(range)} is not in the subnet of the first node, ${subnetOf(first.range)}`,
        why: 'the nodes reach each other on one network, without a router',
        next: `choose an address in ${subnetOf(first.range)}, with prefix length ${first.range.prefix}`,
      };
      continue;
    }
    yield* usable(first.range, range.address, path, used);
  }
  if (overlap(first.range, cidr(DEFAULT_BRIDGE_SUBNET))) {
    yield {
      path: first.path,
      message: `the nodes' network ${subnetOf(first.range)} overlaps ${DEFAULT_BRIDGE_SUBNET}`,
      why: 'every node has its default bridge there and would look for the other nodes on it',
      next: 'choose another subnet, such as "192.168.205.0/24"',
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
          ? `${address} is set aside for a special use`
          : `${address} is the address of another node`,
        why: 'it is where this machine finds the host',
        next: "write the host's address, without a prefix length",
      };
    }
    used.add(address);
  }
}

function* usable(range: Cidr, address: string, path: Path, taken: Set<string>): Iterable<Finding> {
  const problem = isSpecial(address)
    ? `${address} is set aside for a special use`
    : (hostProblem(range, address) ??
      (taken.has(address) ? `${address} is the address of a node` : undefined));
  taken.add(address);
  if (problem === undefined) return;
  yield {
    path,
    message: problem,
    why: "each node and the outside have an address of their own on the nodes' network",
    next: `choose a free address in ${subnetOf(range)}`,
  };
}
