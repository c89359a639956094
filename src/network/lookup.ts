import { contains, familyOf, holds, type Ip } from './address';
import {
  gatewayIn,
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
  // A bridge that is isolated, or of one family, has no address of its own there.
  if (net.gateway6 !== undefined) host.local.add(net.gateway6);
  if (net.subnet === undefined || net.gateway === undefined) return;
  host.local.add(net.gateway);
  const { base, mask } = net.subnet;
  const same = host.routes.find((route) => route.mask === mask);
  if (same === undefined) host.routes.push({ mask, byBase: new Map([[base, net]]) });
  else same.byBase.set(base, net);
}

/** True for the node's own addresses and for the gateway addresses of its networks. */
export const isLocal = (host: Host, ip: Ip): boolean => host.local.has(ip);

/** The node's network whose subnet holds the address, and to which the node has a route: its own address there. */
export function netOf(host: Host, to: Destination): Bridge | undefined {
  if (isOn(to.net, host))
    return gatewayIn(to.net, familyOf(to.ip)) === undefined ? undefined : to.net;
  if (typeof to.ip === 'string') {
    const { ip } = to;
    return host.nets.find(
      ({ range6, gateway6 }) => gateway6 !== undefined && range6 !== undefined && holds(range6, ip),
    );
  }
  for (const { mask, byBase } of host.routes) {
    const net = byBase.get((to.ip & mask) >>> 0);
    if (net !== undefined) return net;
  }
  return undefined;
}

/** True for an address of the nodes' network. */
export const onNodesNetwork = ({ subnet, subnet6 }: Host, ip: Ip): boolean =>
  typeof ip === 'number' ? contains(subnet, ip) : subnet6 !== undefined && holds(subnet6, ip);

/** Who on this network answers for the address; an address that is not known yet belongs to its owner only. */
export function ownerOn(net: Net, to: Destination): ContainerStack | undefined {
  if (to.net === net) return to.owner.kind === 'container' ? to.owner : undefined;
  return to.known ? net.owners.get(to.ip) : undefined;
}

/** The narrower of two prefixes is the longer one. */
export const byPrefix = (a: string, b: string): number =>
  Number(b.split('/')[1]) - Number(a.split('/')[1]);
