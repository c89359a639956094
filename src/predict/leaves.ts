import { familyOf, holds } from '../network/address';
import type { Aim } from './aim';
import { input } from './input';
import { isLocal, netOf, onNodesNetwork } from '../network/lookup';
import type { ContainerStack, Destination, Endpoint, Host, Net, World } from '../network/world';

/**
 * How many addresses that its node has no route to a container is probed for. The node reports each by ICMP, and
 * its kernel sends one sender a burst of about three such errors and then one in a second or two: measured on
 * Linux 6.18 with the default `net.ipv4.icmp_ratelimit`. More probes would measure that limit.
 */
const RELAYED_ERRORS = 2;

/**
 * What is probed from an endpoint. Left out: packets that would leave the lab (from `outside` to
 * anything but a node's own address, and by the default route of a node: what happens to them there is nobody's to
 * predict), a further host's ports except the open ones from outside, and all but a few of those that a node can only report back as unreachable.
 */
export function probedAims(world: World, from: Endpoint, aims: readonly Aim[]): readonly Aim[] {
  const { stack } = from;
  const everywhere = stack.kind !== 'outside' && !world.hosts.some(({ apart }) => apart);
  const askable =
    everywhere && stack.kind !== 'namespace'
      ? aims
      : aims.filter((aim) => mayAsk(world, from, aim));
  if (stack.kind === 'namespace' || stack.kind === 'outside') return askable;
  const host = stack.kind === 'node' ? stack : stack.node;
  const reported = new Set<string>();
  return askable.filter(({ target, to }) => {
    const family = familyOf(to.ip);
    const out = leadsOut(host) && family === 'IPv4';
    if (stack.kind === 'node') {
      // Its lo may have no IPv6.
      if (target.kind === 'ping6' && target.endpoint === host.id) return false;
      if (!out) return true;
    } else {
      const gateway = stack.gateways[family];
      if (gateway === undefined) return true;
      if (gateway.net.kind === 'lan') return isMember(stack, to.net) || isOnLan(stack, to);
    }
    if (hasRoute(host, to) || isMember(stack, to.net)) return true;
    if (out || (target.kind !== 'ping' && target.kind !== 'ping6')) return false;
    const where = to.net === undefined || family === 'IPv6' ? target.endpoint : placeOf(to.net);
    if (reported.has(where) || reported.size === RELAYED_ERRORS) return false;
    reported.add(where);
    return true;
  });
}

const isMember = (stack: ContainerStack | Host, net: Net | undefined): boolean =>
  stack.kind === 'container' && stack.interfaces.some((face) => face.net === net);

const placeOf = (net: Net): string =>
  net.kind === 'overlay' ? net.name : `${net.node.id} ${net.name}`;

/** What has no other route goes to machines that are no part of the lab. */
const leadsOut = ({ defaultRoute, apart }: Host): boolean => defaultRoute || apart;

/**
 * Whether the lab decides what the answer is. Outside finds nodes only by their own addresses. For a further host's
 * address nobody else asks, since the host itself may not know it; and outside only for what must answer there, since
 * of everything else a firewall between decides whether there is an answer at all.
 */
export function mayAsk(world: World, from: Endpoint, { target, to }: Aim): boolean {
  if (from.stack.kind === 'namespace' && typeof to.ip === 'string') return false;
  if (from.stack.kind !== 'outside' && 'network' in target) return true;
  const { ip, net } = to;
  const host = net === undefined ? world.hostByIp.get(ip) : undefined;
  if (from.stack.kind !== 'outside') return host === undefined || !host.apart;
  if (host === undefined || !host.apart) return mayReach(world, to);
  return target.kind === 'node-port' && input(host, ip, 'lan', target, undefined) === 'reachable';
}

/** Whether the machine that runs the lab has a way to an address: a node's, one on the nodes' network, or by a route. */
function mayReach({ hostByIp, outside, hosts }: World, { ip, net }: Destination): boolean {
  if (typeof ip === 'string' && outside.ip6 === undefined) return false;
  if (hostByIp.has(ip) || outside.routes.some(({ range }) => holds(range, ip))) return true;
  const on = net?.kind === 'lan' && net.segment === undefined;
  return on && hosts.some((host) => onNodesNetwork(host, ip));
}

const hasRoute = (host: Host, to: Destination): boolean =>
  isLocal(host, to.ip) || netOf(host, to) !== undefined || onNodesNetwork(host, to.ip);

const isOnLan = ({ interfaces }: ContainerStack, { ip }: Destination): boolean =>
  interfaces.some((face) => {
    const held = face[familyOf(ip)];
    return held !== undefined && holds(held.range, ip);
  });
