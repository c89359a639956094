import type { Family } from '../topology/edge';
import { canonical6, contains6, parseSubnet6, type Subnet6 } from '../topology/addresses6';

/** An IPv4 address as an unsigned 32-bit number: a lookup by number is what makes a million predictions cheap. */
export type Ipv4 = number;

/** An IPv6 address in its canonical form. */
export type Ipv6 = string;

/** Of either family: a number is IPv4. */
export type Ip = Ipv4 | Ipv6;

export type { Family };

export const familyOf = (ip: Ip): Family => (typeof ip === 'number' ? 'IPv4' : 'IPv6');

export interface Subnet {
  readonly base: Ipv4;
  readonly mask: number;
  readonly text: string;
}

/** `address` must be a valid dotted quad: the topology is validated, facts come from the engine. */
export const parseIpv4 = (address: string): Ipv4 =>
  address.split('.').reduce((value, part) => ((value << 8) | Number(part)) >>> 0, 0);

export const formatIpv4 = (ip: Ipv4): string =>
  `${ip >>> 24}.${(ip >>> 16) & 255}.${(ip >>> 8) & 255}.${ip & 255}`;

export function parseSubnet(cidr: string): Subnet {
  const [address = '', prefix = '32'] = cidr.split('/');
  const mask = prefix === '0' ? 0 : (~0 << (32 - Number(prefix))) >>> 0;
  const base = (parseIpv4(address) & mask) >>> 0;
  return { base, mask, text: `${formatIpv4(base)}/${prefix}` };
}

export const contains = (subnet: Subnet, ip: Ipv4): boolean =>
  (ip & subnet.mask) >>> 0 === subnet.base;

export const overlap = (a: Subnet, b: Subnet): boolean =>
  contains(a, b.base) || contains(b, a.base);

/** 127.0.0.0/8, and ::1. */
export const isLoopback = (ip: Ip): boolean =>
  typeof ip === 'number' ? ip >>> 24 === 127 : ip === '::1';

/** `text` must be an address: the topology is validated, facts come from the engine. */
export const parseIp = (text: string): Ip =>
  text.includes(':') ? (canonical6(text) ?? text) : parseIpv4(text);

export const formatIp = (ip: Ip): string => (typeof ip === 'number' ? formatIpv4(ip) : ip);

/** Addresses of one family. */
export type Range = Subnet | Subnet6;

export const parseRange = (cidr: string): Range =>
  (cidr.includes(':') ? parseSubnet6(cidr) : undefined) ?? parseSubnet(cidr);

/** True where an address is in a range of its family. */
export const holds = (range: Range, ip: Ip): boolean =>
  'base' in range
    ? typeof ip === 'number' && contains(range, ip)
    : typeof ip === 'string' && contains6(range, ip);
