import type { Outcome } from '../edge';
import { formatIpv4 } from './address';
import { answer } from './answer';
import { ownerOn } from './lookup';
import type { Probe, RuleReason, Trace } from './rules';
import { anotherHasIt, nobodyHasIt } from './same-subnet';
import { REPLICAS, type ContainerStack, type Destination, type Overlay } from './world';

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
    owner === to.owner ? onTheWay(from, owner, net, to, probe) : anotherHasIt(net.name, owner, to),
  );
  return answer(owner, probe, trace);
}

function onTheWay(
  from: ContainerStack,
  owner: ContainerStack,
  net: Overlay,
  to: Destination,
  { protocol }: Probe,
): RuleReason {
  if (owner.service === undefined) {
    return {
      rule: 'overlay',
      text: `${from.id} and ${owner.id} are on the overlay network ${net.name}: ${way(from, owner)}`,
    };
  }
  return to.ip === REPLICAS
    ? {
        rule: 'overlay',
        text: `${from.id} and every replica of ${owner.id} are on the overlay network ${net.name}, whichever node they are on`,
      }
    : {
        rule: 'virtual-address',
        text:
          protocol === 'icmp'
            ? `the load balancer of ${net.name} on ${from.node.id} has the virtual address of ${owner.id} and answers itself, whatever its replicas do`
            : `IP_VS on ${from.node.id} sends what is for the virtual address of ${owner.id} on ${net.name} on to one of its replicas`,
      };
}

const way = (from: ContainerStack, to: ContainerStack): string =>
  from.node === to.node
    ? `its bridge on ${from.node.id} joins them`
    : `VXLAN carries the packet from ${from.node.id} to ${to.node.id}`;
