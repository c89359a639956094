import type { Outcome } from '../topology/edge';
import { answer } from './answer';
import type { Hop } from './hop';
import { at, overlay } from './hops';
import { ownerOn } from '../network/lookup';
import type { Probe } from './probe';
import { anotherHasIt, nobodyHasIt } from './same-subnet';
import type { Trace } from './trace';
import {
  asked,
  REPLICAS,
  type ContainerStack,
  type Destination,
  type Overlay,
} from '../network/world';

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
  if (owner !== to.owner) {
    trace?.step(anotherHasIt(net.name, owner, to), at(from, net), ...across(net, from, owner));
  } else if (owner.service === undefined) {
    trace?.step(
      {
        rule: 'overlay',
        case: 'members',
        ...members(from, owner, net),
        nodes: [from.node.id, owner.node.id],
      },
      at(from, net),
      ...across(net, from, owner),
    );
  } else if (to.ip === REPLICAS) {
    trace?.step(
      { rule: 'overlay', case: 'replicas', ...members(from, owner, net) },
      at(from, net),
      ...across(net, from, owner),
    );
  } else return atVirtualAddress(from, owner, net, probe, trace);
  return answer(owner, to.ip, probe, trace);
}

/** IP_VS on the sender's node has the virtual address: it answers an echo itself, and sends everything else on. */
function atVirtualAddress(
  from: ContainerStack,
  service: ContainerStack,
  net: Overlay,
  probe: Probe,
  trace: Trace,
): Outcome {
  const isEcho = probe.protocol === 'icmp';
  const node = from.node.id;
  trace?.step(
    {
      rule: 'virtual-address',
      service: service.id,
      network: net.name,
      node,
      protocol: probe.protocol,
    },
    at(from, net),
    { kind: 'translation', node, by: 'virtual-address', to: service.id, port: probe.port },
    ...(isEcho ? [] : across(net, from, service)),
  );
  const outcome = answer(service, undefined, probe, trace);
  if (isEcho) trace?.answers({ kind: 'service', id: service.id, replicas: [] });
  return outcome;
}

/** The bridge that the network has on the sender's node, in a namespace of its own. */
function atGateway(
  from: ContainerStack,
  net: Overlay,
  to: Destination,
  { protocol, port }: Probe,
  trace: Trace,
): Outcome {
  const { node } = from;
  trace?.step(
    { rule: 'overlay', case: 'gateway', to: asked(to), network: net.name, node: node.id },
    at(from, net),
    overlay(net.name, node.id, node.id),
  );
  trace?.answers({ kind: 'node', id: node.id });
  if (protocol === 'icmp') return 'reachable';
  trace?.step({ rule: 'closed-port', stack: node.id, kind: 'overlay', port, protocol });
  return 'refused';
}

const members = ({ id: from }: ContainerStack, { id: to }: ContainerStack, { name }: Overlay) => ({
  from,
  to,
  network: name,
});

/** On which node the replica of a service is that is asked is open. */
const across = (net: Overlay, from: ContainerStack, to: ContainerStack): Hop[] =>
  to.service === undefined
    ? [overlay(net.name, from.node.id, to.node.id), at(to, net)]
    : [overlay(net.name, from.node.id, undefined)];
