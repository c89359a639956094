import { OUTSIDE, type Outcome } from '../topology/edge';
import { familyOf, formatIp, holds, isLoopback } from '../network/address';
import { crossing } from './crossing';
import { at, dropped, ELSEWHERE, overNodesNetwork } from './hops';
import { input } from './input';
import { isLocal, netOf } from '../network/lookup';
import { fromMachine } from './on-lan';
import type { Probe } from './probe';
import type { Trace } from './trace';
import { asked, type Destination, type Host, type World } from '../network/world';

/** A packet from the machine that runs the lab, which shares the nodes' network, and finds further hosts. */
export function fromOutside(world: World, to: Destination, probe: Probe, trace: Trace): Outcome {
  if (typeof to.ip === 'string' && world.outside.ip6 === undefined) {
    trace?.step({ rule: 'ipv6', case: 'no-route', from: OUTSIDE, to: undefined });
    return 'unreachable';
  }
  const host = world.hostByIp.get(to.ip);
  if (host === undefined) {
    const member = fromMachine(world, world.outside, to, probe, trace);
    if (member !== undefined) return member;
    const route = world.outside.routes.find(({ range }) => holds(range, to.ip));
    if (route !== undefined) return routed(world, route.via, route.range.text, to, probe, trace);
    trace?.step({ rule: 'leaves-the-lab', from: OUTSIDE, to: asked(to) }, ELSEWHERE);
    return 'timeout';
  }
  if (host.apart) {
    trace?.step(
      { rule: 'further-host', node: host.id, address: formatIp(host.ip) },
      ELSEWHERE,
      at(host, 'nodes-network'),
    );
  } else {
    trace?.step(
      { rule: 'between-nodes', from: OUTSIDE, to: host.id, subnet: subnetOf(host, to) },
      ...overNodesNetwork(world.outside, host, host),
    );
  }
  return input(host, to.ip, 'lan', probe, trace);
}

const subnetOf = ({ subnet, subnet6 }: Host, to: Destination): string =>
  familyOf(to.ip) === 'IPv4' ? subnet.text : (subnet6?.text ?? '');

/** By way of a node, which it takes for the router of a network of containers. */
function routed(
  world: World,
  host: Host,
  range: string,
  to: Destination,
  probe: Probe,
  trace: Trace,
): Outcome {
  trace?.step(
    { rule: 'direct-routing', case: 'route', to: range, node: host.id },
    ...overNodesNetwork(world.outside, host, host),
  );
  if (isLoopback(to.ip)) {
    const address = formatIp(to.ip);
    trace?.step(
      { rule: 'direct-routing', case: 'loopback', node: host.id, address },
      dropped(host, 'direct-routing'),
    );
    return 'timeout';
  }
  if (isLocal(host, to.ip)) return input(host, to.ip, 'lan', probe, trace);
  const net = netOf(host, to);
  if (net !== undefined) return crossing(host, 'lan', net, to, probe, trace);
  trace?.step({ rule: 'no-route', case: 'no-route', from: host.id, to: asked(to) });
  return 'unreachable';
}
