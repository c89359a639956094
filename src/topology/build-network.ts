import { cidr, firstHost, numberToAddress } from './addresses';
import { parseSubnet6 } from './addresses6';
import { canonical, optional } from './build-parts';
import { isIpv6, type Lan, type LanRange, type Network, type Overlay } from './lab';
import type { TopologyBridge, TopologyLan, TopologyOverlay } from './topology';

/** A subnet of two addresses (RFC 3021) has no address that is its own. */
const first = (subnet: string): string => {
  const range = cidr(subnet);
  return range.prefix > 30 ? numberToAddress(range.first) : firstHost(range);
};

const range = ({ subnet, gateway }: TopologyBridge | TopologyOverlay) =>
  subnet === undefined ? {} : { subnet, gateway: gateway ?? first(subnet) };

/** The bridge has no address, and the engine gives none away for it. */
const bareRange = ({ subnet, gateway }: TopologyBridge) => ({
  ...optional('subnet', subnet),
  ...optional('gateway', gateway),
});

export function buildNetwork(network: TopologyBridge, chapter: string): Network {
  const { subnet6, gatewayMode = 'nat' } = network;
  const modes = {
    IPv4: network.gatewayModeIpv4 ?? gatewayMode,
    IPv6: network.gatewayModeIpv6 ?? gatewayMode,
  };
  const bare = modes.IPv4 === 'isolated' || network.inhibitIpv4 === true;
  const isNat = modes.IPv4 === 'nat' && modes.IPv6 === 'nat';
  return {
    name: network.name,
    node: network.node,
    driver: 'bridge',
    ...(bare ? bareRange(network) : range(network)),
    ...(subnet6 === undefined ? {} : { subnet6: parseSubnet6(subnet6)!.text }),
    ...optional('gateway6', network.gateway6 && canonical(network.gateway6)),
    ...(network.ipv6 === true && subnet6 === undefined ? { ipv6: true } : {}),
    ...(network.ipv4 === false ? { ipv4: false } : {}),
    internal: network.internal ?? false,
    icc: network.icc ?? true,
    ...(isNat ? {} : { modes }),
    ...(network.masquerade === false ? { masquerade: false } : {}),
    ...optional('hostIpv4', network.hostIpv4),
    ...(network.inhibitIpv4 === true ? { inhibitIpv4: true } : {}),
    ...optional('trustedHostInterfaces', network.trustedHostInterfaces),
    chapter: network.chapter ?? chapter,
  };
}

export const buildOverlay = (network: TopologyOverlay, chapter: string): Overlay => ({
  name: network.name,
  driver: 'overlay',
  ...range(network),
  internal: network.internal ?? false,
  encrypted: network.encrypted ?? false,
  chapter: network.chapter ?? chapter,
});

export function buildLan(network: TopologyLan, chapter: string): Lan {
  const { subnet, gateway, subnet6, gateway6, ipamConfig = [] } = network;
  const ranges = [
    ...(subnet === undefined ? [] : [rangeOf(subnet, gateway)]),
    ...(subnet6 === undefined ? [] : [rangeOf(subnet6, gateway6)]),
    ...ipamConfig.map((one) => rangeOf(one.subnet, one.gateway)),
  ];
  const has6 = ranges.some((one) => isIpv6(one.subnet));
  return {
    name: network.name,
    node: network.node,
    driver: network.driver,
    ...optional('parent', network.parent),
    mode: network.mode ?? (network.driver === 'macvlan' ? 'bridge' : 'l2'),
    ranges,
    ...optional('ipRange', network.ipRange),
    ...(network.ipv6 === true && !has6 ? { ipv6: true } : {}),
    ...(network.ipv4 === false ? { ipv4: false } : {}),
    internal: network.internal ?? false,
    chapter: network.chapter ?? chapter,
  };
}

const rangeOf = (subnet: string, gateway: string | undefined): LanRange => ({
  subnet: isIpv6(subnet) ? parseSubnet6(subnet)!.text : subnet,
  ...(gateway === undefined ? {} : { gateway: canonical(gateway) }),
});
