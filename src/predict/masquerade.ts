import { formatIpv4, type Family } from '../network/address';
import { filtersIpv6 } from '../network/engine';
import type { Bridge, World } from '../network/world';

/** True where what leaves a network has the container's own address. */
export const keepsAddress = (via: Bridge, family: Family): boolean =>
  via.modes[family] === 'routed' ||
  !via.masquerade ||
  (family === 'IPv6' && !filtersIpv6(via.node.engine));

/** The IPv4 address that a node gives what leaves over a bridge. */
export function sourceOf({ lab }: World, { name, node }: Bridge): string {
  const declared = lab.networks.find((one) => one.name === name && one.node === node.id);
  return declared?.hostIpv4 ?? formatIpv4(node.ip);
}
