import { contains } from './address';
import { questionOf } from './destination';
import { isLocal, netOf } from './lookup';
import type { Common } from './targets';
import type { Destination, Endpoint, Host, World } from './world';

/**
 * How many addresses that its node has no route to a container is probed for. The node reports each by ICMP, and
 * its kernel sends one sender a burst of about three such errors and then one in a second or two: measured on
 * Linux 6.18 with the default `net.ipv4.icmp_ratelimit`. More probes would measure that limit.
 */
const RELAYED_ERRORS = 2;

/**
 * The targets that are probed from an endpoint. Left out: packets that would leave the lab (from `outside` to
 * anything but a node's own address, and by the default route of a node: what happens to them there is nobody's to
 * predict), and all but a few of those that a node can only report back as unreachable.
 */
export function probedTargets(
  world: World,
  from: Endpoint,
  targets: readonly Common[],
): readonly Common[] {
  const { stack } = from;
  if (stack.kind === 'namespace') return targets;
  if (stack.kind === 'container' && stack.gateway === undefined) return targets;
  if (stack.kind === 'outside') {
    return targets.filter((target) => world.hostByIp.has(destination(world, from, target).ip));
  }
  const host = stack.kind === 'node' ? stack : stack.node;
  if (stack.kind === 'node' && !host.defaultRoute) return targets;
  const reported = new Set<string>();
  return targets.filter((target) => {
    const to = destination(world, from, target);
    if (hasRoute(host, to)) return true;
    if (host.defaultRoute || target.kind !== 'ping') return false;
    const where = to.net === undefined ? target.endpoint : `${to.net.node.id} ${to.net.name}`;
    if (reported.has(where) || reported.size === RELAYED_ERRORS) return false;
    reported.add(where);
    return true;
  });
}

const destination = (world: World, from: Endpoint, target: Common): Destination =>
  questionOf(world, { from: from.id, target }).to;

const hasRoute = (host: Host, to: Destination): boolean =>
  isLocal(host, to.ip) || netOf(host, to) !== undefined || contains(host.subnet, to.ip);
