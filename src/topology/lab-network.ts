import type { GatewayMode, LanMode } from './topology';

/** A user-defined bridge. */
export interface Network {
  readonly name: string;
  readonly node: string;
  readonly driver: 'bridge';
  readonly subnet?: string;
  /** Set exactly when `subnet` is and the bridge has an address, or where it is declared. */
  readonly gateway?: string;
  /** Canonical IPv6 CIDR. */
  readonly subnet6?: string;
  /** Canonical; absent: the first of `subnet6`. */
  readonly gateway6?: string;
  /** IPv6 in a subnet that the engine chooses. */
  readonly ipv6?: true;
  /** IPv6 alone. */
  readonly ipv4?: false;
  readonly internal: boolean;
  readonly icc: boolean;
  /** Absent: `nat` for both families. */
  readonly modes?: { readonly IPv4: GatewayMode; readonly IPv6: GatewayMode };
  readonly masquerade?: false;
  readonly hostIpv4?: string;
  readonly inhibitIpv4?: true;
  readonly trustedHostInterfaces?: readonly string[];
  readonly chapter: string;
}

export interface Overlay {
  readonly name: string;
  readonly driver: 'overlay';
  readonly subnet?: string;
  /** Set exactly when `subnet` is. */
  readonly gateway?: string;
  readonly internal: boolean;
  readonly encrypted: boolean;
  readonly chapter: string;
}

/** A macvlan or ipvlan network. */
export interface Lan {
  readonly name: string;
  readonly node: string;
  readonly driver: 'macvlan' | 'ipvlan';
  /** Absent: it ends at the node. */
  readonly parent?: string;
  readonly mode: LanMode;
  /** As declared, those of IPv6 canonical; none: the engine chooses one of IPv4. */
  readonly ranges: readonly LanRange[];
  /** Block of the first range from which the engine gives addresses. */
  readonly ipRange?: string;
  readonly ipv6?: true;
  readonly ipv4?: false;
  readonly internal: boolean;
  readonly chapter: string;
}

export interface LanRange {
  readonly subnet: string;
  /** Only where it is declared: what an engine makes of it otherwise is its own. */
  readonly gateway?: string;
}

/** True for a CIDR or an address of IPv6. */
export const isIpv6 = (text: string): boolean => text.includes(':');

/** The families that a network of containers has. */
export const hasIpv6 = (network: Network | Lan): boolean =>
  network.ipv6 === true ||
  ('ranges' in network
    ? network.ranges.some(({ subnet }) => isIpv6(subnet))
    : network.subnet6 !== undefined);

/** Its first subnet of a family, with the gateway that is declared there. */
export const rangeOf = (network: Network | Lan, family: 'IPv4' | 'IPv6'): LanRange | undefined => {
  if ('ranges' in network)
    return network.ranges.find(({ subnet }) => isIpv6(subnet) === (family === 'IPv6'));
  const { subnet, gateway, subnet6, gateway6 } = network;
  const text = family === 'IPv4' ? subnet : subnet6;
  const router = family === 'IPv4' ? gateway : gateway6;
  return text === undefined
    ? undefined
    : { subnet: text, ...(router === undefined ? {} : { gateway: router }) };
};
