/** An IPv4 address as an unsigned 32-bit number: a lookup by number is what makes a million predictions cheap. */
export type Ipv4 = number;

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

/** 127.0.0.0/8. */
export const isLoopback = (ip: Ipv4): boolean => ip >>> 24 === 127;
