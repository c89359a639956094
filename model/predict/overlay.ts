import type { Outcome } from '../edge';
import { answer } from './answer';
import { ownerOn } from './lookup';
import type { Probe } from './probe';
import type { Reason } from './reason';
import { anotherHasIt, nobodyHasIt } from './same-subnet';
import type { Trace } from './trace';
import { asked, REPLICAS, type ContainerStack, type Destination, type Overlay } from './world';

/** A packet that a container sends to an address of an overlay network that it is on. */
export function onOverlay(
  from: ContainerStack,
  net: Overlay,
  to: Destination,
  probe: Probe,
  trace: Trace,
): Outcome {
  if (to.ip === net.gateway) return atGateway(from, net, to, probe, trace);
  const owner = ownerOn(net, to);
  if (owner === undefined) {
    trace?.step(nobodyHasIt(from.id, to, net, undefined));
    return 'unreachable';
  }
  trace?.step(
    owner === to.owner ? onTheWay(from, owner, net, to, probe) : anotherHasIt(net.name, owner, to),
  );
  const outcome = answer(owner, probe, trace);
  if (trace !== undefined && probe.protocol === 'icmp' && isVirtual(owner, to)) {
    trace.answers({ kind: 'service', id: owner.id, replicas: [] });
  }
  return outcome;
}

/** The bridge that the network has on the sender's node, in a namespace of its own. */
function atGateway(
  { node }: ContainerStack,
  net: Overlay,
  to: Destination,
  { protocol, port }: Probe,
  trace: Trace,
): Outcome {
  trace?.step({
    rule: 'overlay',
    case: 'gateway',
    to: asked(to),
    network: net.name,
    node: node.id,
  });
  trace?.answers({ kind: 'node', id: node.id });
  if (protocol === 'icmp') return 'reachable';
  trace?.step({ rule: 'closed-port', stack: node.id, kind: 'overlay', port, protocol });
  return 'refused';
}

const isVirtual = ({ service }: ContainerStack, { ip }: Destination): boolean =>
  service !== undefined && ip !== REPLICAS;

function onTheWay(
  from: ContainerStack,
  owner: ContainerStack,
  { name: network }: Overlay,
  to: Destination,
  { protocol }: Probe,
): Reason {
  const members = { from: from.id, to: owner.id, network };
  if (owner.service === undefined) {
    return {
      rule: 'overlay',
      case: 'members',
      ...members,
      nodes: [from.node.id, owner.node.id],
    };
  }
  return isVirtual(owner, to)
    ? { rule: 'virtual-address', service: owner.id, network, node: from.node.id, protocol }
    : { rule: 'overlay', case: 'replicas', ...members };
}
