import ipaddr from 'ipaddr.js';
import { type Text, phrase } from '../text/text';

/** An IPv4 address with a prefix length, and the range of addresses that the two span. */
export interface Cidr {
  /** The address as written; not always the network's first. */
  readonly address: string;
  /** 0 to 32. */
  readonly prefix: number;
  /** The network address, as a number. */
  readonly first: number;
  /** The broadcast address, as a number. */
  readonly last: number;
}

/** The subnet that every engine gives its default bridge. */
export const DEFAULT_BRIDGE_SUBNET = '172.17.0.0/16';

const DOTTED = /^(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}$/;
const PREFIX = /^(?:[0-9]|[12][0-9]|3[0-2])$/;

/** True for four decimal numbers without leading zeros: `192.168.1.1`. */
export const isAddress = (text: string): boolean =>
  DOTTED.test(text) && ipaddr.IPv4.isValidFourPartDecimal(text);

/** The address as a number from 0 to 2^32-1. @throws RangeError for anything but an IPv4 address */
export function addressToNumber(address: string): number {
  if (!isAddress(address)) throw new RangeError(`not an IPv4 address: ${address}`);
  return ipaddr.IPv4.parse(address).octets.reduce((sum, octet) => sum * 256 + octet, 0);
}

/** The inverse of `addressToNumber`. @throws RangeError outside of 0 to 2^32-1 */
export function numberToAddress(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 2 ** 32) {
    throw new RangeError(`not an IPv4 address: ${value}`);
  }
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
}

/** Reads `192.168.1.1/24`; undefined for anything else. */
export function parseCidr(text: string): Cidr | undefined {
  const [address, prefix, ...rest] = text.split('/');
  if (address === undefined || prefix === undefined || rest.length > 0) return undefined;
  if (!isAddress(address) || !PREFIX.test(prefix)) return undefined;
  const size = 2 ** (32 - Number(prefix));
  const first = Math.floor(addressToNumber(address) / size) * size;
  return { address, prefix: Number(prefix), first, last: first + size - 1 };
}

/** Reads a CIDR that is known to be one. @throws RangeError */
export function cidr(text: string): Cidr {
  const parsed = parseCidr(text);
  if (parsed === undefined) throw new RangeError(`not an IPv4 CIDR: ${text}`);
  return parsed;
}

/** The inverse of `parseCidr`: the address as written with its prefix length. */
export const formatCidr = ({ address, prefix }: Cidr): string => `${address}/${prefix}`;

/** The subnet's own CIDR: `192.168.1.0/24` for `192.168.1.7/24`. */
export const subnetOf = (range: Cidr): string => `${networkAddress(range)}/${range.prefix}`;

export const networkAddress = ({ first }: Cidr): string => numberToAddress(first);

export const broadcastAddress = ({ last }: Cidr): string => numberToAddress(last);

/** The first address that a host may have; Docker's default gateway. For prefixes up to 30. */
export const firstHost = ({ first }: Cidr): string => numberToAddress(first + 1);

/** Addresses that hosts may have, without network and broadcast address. */
export const hostCount = ({ first, last }: Cidr): number => Math.max(0, last - first - 1);

/** True where the address lies in the range. @throws RangeError for anything but an IPv4 address */
export function contains({ first, last }: Cidr, address: string): boolean {
  const value = addressToNumber(address);
  return first <= value && value <= last;
}

/** True where the ranges share an address. */
export const overlap = (a: Cidr, b: Cidr): boolean => a.first <= b.last && b.first <= a.last;

/** True where both span the same addresses. */
export const sameSubnet = (a: Cidr, b: Cidr): boolean => a.first === b.first && a.last === b.last;

/** Why no host can have this address in this subnet; undefined where it can. */
export function hostProblem(range: Cidr, address: string): Text | undefined {
  if (!contains(range, address))
    return phrase('{address} is not in {subnet}', { address, subnet: subnetOf(range) });
  if (address === networkAddress(range))
    return phrase("{address} is the network's own address", { address });
  if (address === broadcastAddress(range))
    return phrase('{address} is the broadcast address', { address });
  return undefined;
}

const SPECIAL = new Set(['unspecified', 'broadcast', 'multicast', 'linkLocal', 'loopback']);

/** True where no interface may be given the address: loopback, multicast, link-local, 0/8, 240/4. */
export const isSpecial = (address: string): boolean =>
  SPECIAL.has(ipaddr.IPv4.parse(address).range()) || addressToNumber(address) >= 240 * 2 ** 24;

const SPECIAL_RANGES = ['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/3'].map(cidr);

/** True where an address of the range is special. */
export const holdsSpecial = (range: Cidr): boolean =>
  SPECIAL_RANGES.some((special) => overlap(special, range));
