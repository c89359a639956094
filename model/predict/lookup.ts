import type { Ipv4 } from './address';
import {
  isOn,
  type Bridge,
  type ContainerStack,
  type Destination,
  type Host,
  type Net,
} from './world';

/** Enters a network into its node's tables. */
export function addNet(host: Host, net: Bridge): void {
  host.nets.push(net);
  host.local.add(net.gateway);
  const { base, mask } = net.subnet;
  const same = host.routes.find((route) => route.mask === mask);
  if (same === undefined) host.routes.push({ mask, byBase: new Map([[base, net]]) });
  else same.byBase.set(base, net);
}

/** True for the node's own address and for the gateway address of each of its networks. */
export const isLocal = (host: Host, ip: Ipv4): boolean => host.local.has(ip);

/** The node's network whose subnet holds the address. */
export function netOf(host: Host, to: Destination): Bridge | undefined {
  if (isOn(to.net, host)) return to.net;
  for (const { mask, byBase } of host.routes) {
    const net = byBase.get((to.ip & mask) >>> 0);
    if (net !== undefined) return net;
  }
  return undefined;
}

/** Who on this network answers for the address; an address that is not known yet belongs to its owner only. */
export function ownerOn(net: Net, to: Destination): ContainerStack | undefined {
  if (to.net === net) return to.owner.kind === 'container' ? to.owner : undefined;
  return to.known ? net.owners.get(to.ip) : undefined;
}
