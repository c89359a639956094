import ipaddr from 'ipaddr.js';

/** An IPv6 subnet that is known to be one. */
export interface Subnet6 {
  /** Canonical: `fd00:1::/64`. */
  readonly text: string;
  /** Its first host, which an engine takes for the gateway: `fd00:1::1`. */
  readonly gateway: string;
}

/** Reads `fd00:1::/64`; undefined for anything else, also for an address inside of a subnet. */
export function parseSubnet6(text: string): Subnet6 | undefined {
  const [address = '', prefix = '', ...rest] = text.split('/');
  if (rest.length > 0 || !/^\d{1,3}$/.test(prefix) || !ipaddr.IPv6.isValid(address))
    return undefined;
  if (address.includes('%') || Number(prefix) > 128) return undefined;
  const first = ipaddr.IPv6.networkAddressFromCIDR(text);
  if (first.toString() !== ipaddr.IPv6.parse(address).toString()) return undefined;
  const bytes = first.toByteArray();
  const host = new ipaddr.IPv6([...bytes.slice(0, 15), (bytes[15] ?? 0) + 1]);
  return { text: `${shortest(first)}/${prefix}`, gateway: shortest(host) };
}

/** An IPv6 address in its one canonical form; undefined for anything else. */
export const canonical6 = (text: string): string | undefined =>
  ipaddr.IPv6.isValid(text) && !text.includes('%') ? shortest(ipaddr.IPv6.parse(text)) : undefined;

/** Reads `fd00:205::10/64`: the address, canonical, and the subnet that it is in. */
export function parseCidr6(
  text: string,
): { readonly address: string; readonly subnet: Subnet6 } | undefined {
  const [written = '', prefix = '', ...rest] = text.split('/');
  const address = canonical6(written);
  if (rest.length > 0 || address === undefined || !/^\d{1,3}$/.test(prefix)) return undefined;
  if (Number(prefix) > 128) return undefined;
  const first = shortest(ipaddr.IPv6.networkAddressFromCIDR(`${address}/${prefix}`));
  const subnet = parseSubnet6(`${first}/${prefix}`);
  return subnet && { address, subnet };
}

/** True where the address lies in the subnet. */
export const contains6 = ({ text }: Subnet6, address: string): boolean =>
  ipaddr.IPv6.parse(address).match(ipaddr.IPv6.parseCIDR(text));

/** The `count`th address of the subnet, counted from 0. */
export function nth6({ text }: Subnet6, count: number): string {
  const bytes = ipaddr.IPv6.parseCIDR(text)[0].toByteArray();
  for (let at = 15, rest = count; rest > 0 && at >= 0; at -= 1) {
    const sum = (bytes[at] ?? 0) + (rest % 256);
    bytes[at] = sum % 256;
    rest = Math.floor(rest / 256) + Math.floor(sum / 256);
  }
  return shortest(new ipaddr.IPv6(bytes));
}

/** True for link-local addresses, fe80::/10: each link has them for itself. */
export const isLinkLocal6 = ({ text }: Subnet6): boolean =>
  ipaddr.IPv6.parse(text.split('/')[0]!).range() === 'linkLocal';

/** True for unique local addresses, fc00::/7: they mean nothing outside of the lab. */
export const isPrivate6 = ({ text }: Subnet6): boolean =>
  ipaddr.IPv6.parse(text.split('/')[0]!).range() === 'uniqueLocal';

export const prefix6 = ({ text }: Subnet6): number => Number(text.split('/')[1]);

/** True where one of the subnets holds the other. */
export function overlap6(a: Subnet6, b: Subnet6): boolean {
  const [x, y] = [ipaddr.IPv6.parseCIDR(a.text), ipaddr.IPv6.parseCIDR(b.text)];
  return x[0].match(y) || y[0].match(x);
}

const shortest = (address: ipaddr.IPv6): string => address.toRFC5952String();
