import { contains } from './address';
import type { Aim } from './aim';
import { input } from './input';
import { isLocal, netOf } from './lookup';
import type { ContainerStack, Destination, Endpoint, Host, Net, World } from './world';

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
  const askable = everywhere ? aims : aims.filter((aim) => mayAsk(world, from, aim));
  if (stack.kind === 'namespace' || stack.kind === 'outside') return askable;
  if (stack.kind === 'container' && stack.gateway === undefined) return askable;
  const host = stack.kind === 'node' ? stack : stack.node;
  if (stack.kind === 'node' && !leadsOut(host)) return askable;
  const reported = new Set<string>();
  return askable.filter(({ target, to }) => {
    if (hasRoute(host, to) || isMember(stack, to.net)) return true;
    if (leadsOut(host) || target.kind !== 'ping') return false;
    const where = to.net === undefined ? target.endpoint : placeOf(to.net);
    if (reported.has(where) || reported.size === RELAYED_ERRORS) return false;
    reported.add(where);
    return true;
  });
}

const isMember = (stack: ContainerStack | Host, net: Net | undefined): boolean =>
  stack.kind === 'container' && stack.interfaces.some((face) => face.net === net);

const placeOf = (net: Net): string =>
  net.kind === 'bridge' ? `${net.node.id} ${net.name}` : net.name;

/** What has no other route goes to machines that are no part of the lab. */
const leadsOut = ({ defaultRoute, apart }: Host): boolean => defaultRoute || apart;

/**
 * Whether the lab decides what the answer is. Outside finds nodes only by their own addresses. For a further host's
 * address nobody else asks, since the host itself may not know it; and outside only for what must answer there, since
 * of everything else a firewall between decides whether there is an answer at all.
 */
export function mayAsk(world: World, from: Endpoint, { target, to }: Aim): boolean {
  if (from.stack.kind !== 'outside' && 'network' in target) return true;
  const { ip, net } = to;
  const host = net === undefined ? world.hostByIp.get(ip) : undefined;
  if (from.stack.kind !== 'outside') return host === undefined || !host.apart;
  if (host === undefined || !host.apart) return world.hostByIp.has(ip);
  return target.kind === 'node-port' && input(host, ip, 'lan', target, undefined) === 'reachable';
}

const hasRoute = (host: Host, to: Destination): boolean =>
  isLocal(host, to.ip) || netOf(host, to) !== undefined || contains(host.subnet, to.ip);
