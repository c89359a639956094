import type { Outcome } from '../edge';
import { contains, formatIpv4, isLoopback } from './address';
import { answer } from './answer';
import { input } from './input';
import { isLocal, netOf, ownerOn } from './lookup';
import type { Probe, Trace } from './rules';
import { anotherHasIt, nobodyHasIt } from './same-subnet';
import {
  bridgeLabel,
  destinationLabel,
  netLabel,
  type Destination,
  type Host,
  type World,
} from './world';

/** A packet that a node itself sends. */
export function fromHost(
  world: World,
  host: Host,
  to: Destination,
  probe: Probe,
  trace: Trace,
): Outcome {
  if (isLoopback(to.ip) || isLocal(host, to.ip)) {
    trace?.push({
      rule: isLoopback(to.ip) ? 'loopback' : 'own-address',
      text: `${formatIpv4(to.ip)} is an address of ${host.id} itself`,
    });
    return input(host, to.ip, 'self', probe, trace);
  }
  const net = netOf(host, to);
  if (net !== undefined) {
    const owner = ownerOn(net, to);
    if (owner === undefined) {
      trace?.push(nobodyHasIt(host.id, to, net, netLabel(net)));
      return 'unreachable';
    }
    trace?.push(
      owner === to.owner
        ? {
            rule: 'node-to-container',
            text: `${host.id} has an interface on ${bridgeLabel(net)}, so it reaches ${owner.id} directly`,
          }
        : anotherHasIt(host.id, owner, to),
    );
    return answer(owner, probe, trace);
  }
  return fromNodesNetwork(world, host, to, probe, trace);
}

/** A packet that leaves a node through its interface on the nodes' network. */
export function fromNodesNetwork(
  world: World,
  host: Host,
  to: Destination,
  probe: Probe,
  trace: Trace,
): Outcome {
  const other = world.hostByIp.get(to.ip);
  if (other !== undefined && !other.apart && !host.apart) {
    trace?.push({
      rule: 'between-nodes',
      text: `${host.id} and ${other.id} are both on ${host.subnet.text}`,
    });
    return input(other, to.ip, 'lan', probe, trace);
  }
  if (to.ip === world.outside.ip && !host.apart) {
    trace?.push({
      rule: 'between-nodes',
      text: `${host.id} and the machine that runs the lab are both on ${host.subnet.text}: reachable`,
    });
    return 'reachable';
  }
  if (contains(host.subnet, to.ip)) {
    trace?.push({
      rule: 'no-route',
      text: `Nobody on ${host.subnet.text} has ${formatIpv4(to.ip)}: unreachable`,
    });
    return 'unreachable';
  }
  if (host.defaultRoute) {
    trace?.push({
      rule: 'leaves-the-lab',
      text: `${host.id} has no network with ${destinationLabel(to)} and sends the packet out of the lab: timeout`,
    });
    return 'timeout';
  }
  trace?.push({
    rule: 'no-route',
    text: `${host.id} has no route to ${destinationLabel(to)}: unreachable`,
  });
  return 'unreachable';
}
