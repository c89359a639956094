import { cidr, subnetOf } from './addresses';
import { parseCidr6, parseSubnet6 } from './addresses6';
import { canonical, inSmallLetters, optional } from './build-parts';
import { DEFAULT_SERIES } from './engines';
import { isIpv6, type EngineOptions, type Lab, type LabNode, type Listener } from './lab';
import { isFurther, type Item } from './rules/draft';
import type { TopologyListener, TopologyNode, TopologyOutside } from './topology';

export function buildNode(item: Item<TopologyNode>, first: string): LabNode {
  const node = item.value;
  const range = cidr(node.address);
  const apart = isFurther(item);
  const remote = apart || node.ssh !== undefined;
  const backend = node.backend ?? (remote ? 'remote' : undefined);
  const options = optionsOf(node);
  return {
    name: node.name,
    address: range.address,
    subnet: subnetOf(range),
    memory: node.memory ?? 1024,
    cpus: node.cpus ?? 1,
    engine: node.engine ?? DEFAULT_SERIES,
    listens: (node.listens ?? []).map(buildListener),
    chapter: node.chapter ?? first,
    ...optional('backend', backend),
    ...(remote ? { ssh: { ...node.ssh, host: node.ssh?.host ?? range.address } } : {}),
    ...(apart ? { apart } : {}),
    ...optional('addresses', node.addresses?.map(canonicalCidr)),
    ...(Object.keys(options).length === 0 ? {} : { options }),
    ...optional('foreignFirewall', node.foreignFirewall),
    ...optional('names', inSmallLetters(node.names)),
  };
}

/** Only what is not as engines are by themselves. */
function optionsOf(node: TopologyNode): EngineOptions {
  const { firewall, userlandProxy, icc, ipv6, fixedCidrV6, ip } = node;
  const has6 = ipv6 === true || (ipv6 === undefined && fixedCidrV6 !== undefined);
  return {
    ...optional('firewall', firewall === 'iptables' ? undefined : firewall),
    ...(userlandProxy === false ? { userlandProxy } : {}),
    ...(icc === false ? { icc } : {}),
    ...(has6 ? { ipv6: fixedCidrV6 === undefined ? true : parseSubnet6(fixedCidrV6)!.text } : {}),
    ...optional('ip', ip && canonical(ip)),
    ...optional('defaultAddressPools', node.defaultAddressPools),
    ...(node.allowDirectRouting === true ? { allowDirectRouting: true } : {}),
    ...optional('bridgeAcceptFwmark', node.bridgeAcceptFwmark),
  };
}

const canonicalCidr = (text: string): string =>
  isIpv6(text) ? `${parseCidr6(text)!.address}/${text.split('/')[1]}` : text;

export const buildOutside = ({ address, address6, routes }: TopologyOutside): Lab['outside'] => ({
  address,
  ...optional('address6', address6 && canonicalCidr(address6)),
  ...optional('routes', routes),
});

export const buildListener = ({ port, protocol, page, from, at }: TopologyListener): Listener => ({
  port,
  protocol: protocol ?? 'tcp',
  ...(page === undefined ? {} : { page }),
  ...(from === undefined || from === 'declared' ? {} : { from }),
  ...(at === undefined ? {} : { at: [...at] }),
});
