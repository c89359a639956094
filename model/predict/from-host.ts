import { OUTSIDE, type Outcome } from '../edge';
import { contains, isLoopback } from './address';
import { answer } from './answer';
import { at, ELSEWHERE, over, overNodesNetwork } from './hops';
import { input } from './input';
import { isLocal, netOf, ownerOn } from './lookup';
import type { Probe } from './probe';
import { anotherHasIt, nobodyHasIt } from './same-subnet';
import type { Trace } from './trace';
import { asked, type Destination, type Host, type World } from './world';

/** A packet that a node itself sends. */
export function fromHost(
  world: World,
  host: Host,
  to: Destination,
  probe: Probe,
  trace: Trace,
): Outcome {
  if (isLoopback(to.ip) || isLocal(host, to.ip)) {
    trace?.step(
      {
        rule: isLoopback(to.ip) ? 'loopback' : 'own-address',
        from: host.id,
        kind: 'node',
        to: asked(to),
      },
      at(host, 'lo'),
    );
    return input(host, to.ip, 'self', probe, trace);
  }
  const net = netOf(host, to);
  if (net === undefined) return fromNodesNetwork(world, host, to, probe, trace);
  const owner = ownerOn(net, to);
  if (owner === undefined) {
    trace?.step(nobodyHasIt(host.id, to, net, undefined), ...over(net, host));
    return 'unreachable';
  }
  trace?.step(
    owner === to.owner
      ? {
          rule: 'node-to-container',
          family: 'IPv4',
          node: host.id,
          network: net.name,
          to: owner.id,
        }
      : anotherHasIt(host.id, owner, to),
    ...over(net, host, owner),
  );
  return answer(owner, to.ip, probe, trace);
}

/** A packet that leaves a node through its interface on the nodes' network. */
export function fromNodesNetwork(
  world: World,
  host: Host,
  to: Destination,
  probe: Probe,
  trace: Trace,
): Outcome {
  const subnet = host.subnet.text;
  const other = world.hostByIp.get(to.ip);
  if (other !== undefined && !other.apart && !host.apart) {
    trace?.step(
      { rule: 'between-nodes', from: host.id, to: other.id, subnet },
      ...overNodesNetwork(host, host, other),
    );
    return input(other, to.ip, 'lan', probe, trace);
  }
  if (to.ip === world.outside.ip && !host.apart) {
    trace?.step(
      { rule: 'between-nodes', from: host.id, to: OUTSIDE, subnet },
      ...overNodesNetwork(host, host, world.outside),
    );
    trace?.answers({ kind: 'outside', id: OUTSIDE });
    return 'reachable';
  }
  if (contains(host.subnet, to.ip)) {
    trace?.step(
      { rule: 'no-route', case: 'nobody', subnet, to: asked(to) },
      ...overNodesNetwork(host, host),
    );
    return 'unreachable';
  }
  if (host.defaultRoute) {
    trace?.step({ rule: 'leaves-the-lab', from: host.id, to: asked(to) }, ELSEWHERE);
    return 'timeout';
  }
  trace?.step({ rule: 'no-route', case: 'no-route', from: host.id, to: asked(to) });
  return 'unreachable';
}
