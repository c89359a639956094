import {
  broadcastAddress,
  cidr,
  contains,
  networkAddress,
  numberToAddress,
  type Cidr,
} from './addresses';
import type { Lab, Network, Overlay } from './lab';

/** A part of a subnet from which an engine chooses addresses. */
export interface AddressRange {
  /** `10.5.0.128/25`. */
  readonly text: string;
  /** Addresses in it that a container can have. */
  readonly room: number;
}

/**
 * The part of a subnet that keeps the addresses that an engine chooses apart from static ones, so that neither takes
 * another's, whatever starts first: the block with most room that holds none of them, of several the first.
 *
 * @returns undefined where every block holds one
 */
export function rangeApart(
  subnet: Cidr,
  gateway: string,
  statics: readonly string[],
): AddressRange | undefined {
  const reserved = [networkAddress(subnet), broadcastAddress(subnet), gateway];
  const room = (block: Cidr): number =>
    block.last - block.first + 1 - reserved.filter((one) => contains(block, one)).length;
  const best = (block: Cidr, inside: readonly string[]): Cidr | undefined => {
    if (inside.length === 0) return block;
    if (block.prefix === 32) return undefined;
    const halves = split(block).map((half) =>
      best(
        half,
        inside.filter((one) => contains(half, one)),
      ),
    );
    return halves.reduce((one, other) =>
      other !== undefined && (one === undefined || room(other) > room(one)) ? other : one,
    );
  };
  const block = best(subnet, statics);
  return block === undefined || room(block) === 0
    ? undefined
    : { text: `${block.address}/${block.prefix}`, room: room(block) };
}

function split({ first, last, prefix }: Cidr): Cidr[] {
  const middle = first + (last - first + 1) / 2;
  return [
    { address: numberToAddress(first), prefix: prefix + 1, first, last: middle - 1 },
    { address: numberToAddress(middle), prefix: prefix + 1, first: middle, last },
  ];
}

/** The range of a lab's network; undefined where the engine may choose from all of its subnet, or must from none. */
export function addressRange(lab: Lab, network: Network | Overlay): AddressRange | undefined {
  const { subnet, gateway } = network;
  const statics = staticAddresses(lab, network);
  if (subnet === undefined || gateway === undefined || statics.length === 0) return undefined;
  return rangeApart(cidr(subnet), gateway, statics);
}

const staticAddresses = (lab: Lab, network: Network | Overlay): string[] =>
  lab.containers
    .filter(({ node }) => ('node' in network ? network.node === node : lab.swarm.includes(node)))
    .flatMap(({ networking }) => (networking.mode === 'bridge' ? networking.attachments : []))
    .flatMap(({ network: name, address }) =>
      name === network.name && address !== undefined ? [address] : [],
    );
