import { hostProblem, isSpecial, parseCidr, sameSubnet, subnetOf } from '../addresses';
import type { Finding } from '../problems';
import type { Draft } from './draft';
import { phrase } from '../../text/text';

/** The two ends of a namespace pair: one subnet, an address each. */
export function* namespacePairs({ pairs }: Draft): Iterable<Finding> {
  for (const { value, path } of pairs) {
    const [left, right] = value.ends.map(({ address }) => parseCidr(address));
    const place = (end: number) => [...path, 'ends', end, 'address'];
    if (left === undefined || right === undefined) continue;
    if (!sameSubnet(left, right)) {
      yield {
        path: place(1),
        message: phrase('the ends of the pair are in two subnets, {subnet} and {other}', {
          subnet: subnetOf(left),
          other: subnetOf(right),
        }),
        why: phrase('the ends are joined by a cable, without a router between them'),
        next: phrase('choose an address in {subnet}, with prefix length {prefix}', {
          subnet: subnetOf(left),
          prefix: left.prefix,
        }),
      };
      continue;
    }
    if (left.address === right.address) {
      yield {
        path: place(1),
        message: phrase('both ends of the pair have the address {address}', {
          address: left.address,
        }),
        why: phrase('an address in a subnet has one owner'),
        next: phrase('choose another address in {subnet}', { subnet: subnetOf(left) }),
      };
    }
    for (const [end, range] of [left, right].entries()) {
      // A subnet of two addresses (RFC 3021) has neither network nor broadcast address.
      const problem = isSpecial(range.address)
        ? phrase('{address} is set aside for a special use', { address: range.address })
        : range.prefix === 31
          ? undefined
          : hostProblem(range, range.address);
      if (problem === undefined) continue;
      yield {
        path: place(end),
        message: problem,
        why: phrase('an interface needs an address of its own'),
        next: phrase('choose another address, such as "192.168.1.1/24"'),
      };
    }
  }
}
