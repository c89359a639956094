import type { Outcome } from '../edge';
import { formatIpv4 } from './address';
import { answer } from './answer';
import { ownerOn } from './lookup';
import type { Probe, Trace } from './rules';
import { anotherHasIt, nobodyHasIt } from './same-subnet';
import { type ContainerStack, type Destination, type Overlay } from './world';

/** A packet that a container sends to an address of an overlay network that it is on. */
export function onOverlay(
  from: ContainerStack,
  net: Overlay,
  to: Destination,
  probe: Probe,
  trace: Trace,
): Outcome {
  if (to.ip === net.gateway) {
    trace?.push({
      rule: 'overlay',
      text: `${formatIpv4(to.ip)} is the address of the bridge that ${net.name} has on ${from.node.id}, in a network namespace of its own`,
    });
    if (probe.protocol === 'icmp') return 'reachable';
    trace?.push({ rule: 'closed-port', text: 'Nothing listens there: refused' });
    return 'refused';
  }
  const owner = ownerOn(net, to);
  if (owner === undefined) {
    trace?.push(nobodyHasIt(from.id, to, net, net.name));
    return 'unreachable';
  }
  trace?.push(
    owner === to.owner
      ? {
          rule: 'overlay',
          text: `${from.id} and ${owner.id} are on the overlay network ${net.name}: ${way(from, owner)}`,
        }
      : anotherHasIt(net.name, owner, to),
  );
  return answer(owner, probe, trace);
}

const way = (from: ContainerStack, to: ContainerStack): string =>
  from.node === to.node
    ? `its bridge on ${from.node.id} joins them`
    : `VXLAN carries the packet from ${from.node.id} to ${to.node.id}`;
