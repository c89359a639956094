import type { Outcome } from '../topology/edge';
import { familyOf } from '../network/address';
import { answer } from './answer';
import { filtersIpv6 } from '../network/engine';
import { at, dropped, over, passed } from './hops';
import { input } from './input';
import { ownerOn } from '../network/lookup';
import { letThrough } from './mesh';
import type { Probe } from './probe';
import type { Reason } from './reason';
import { anotherHasIt, nobodyHasIt } from './same-subnet';
import type { Trace } from './trace';
import {
  asked,
  gatewayIn,
  portKey,
  type Bridge,
  type ContainerStack,
  type Destination,
} from '../network/world';

/** A packet from a container to an address of a bridge that it is on. */
export function onBridge(
  from: ContainerStack,
  net: Bridge,
  to: Destination,
  probe: Probe,
  trace: Trace,
): Outcome {
  const { name: network, node } = net;
  const family = familyOf(to.ip);
  if (to.ip === gatewayIn(net, family)) {
    trace?.step(
      { rule: 'gateway', node: node.id, network, to: asked(to) },
      ...over(net, from, node),
    );
    return input(node, to.ip, net, probe, trace);
  }
  const owner = ownerOn(net, to);
  if (owner === undefined) {
    trace?.step(nobodyHasIt(from.id, to, net, node.id), ...over(net, from));
    return 'unreachable';
  }
  const members = { from: from.id, to: owner.id, network, node: node.id };
  const held = !net.icc && (family === 'IPv4' || filtersIpv6(node.engine));
  const through = held ? opened(from, owner, net, family, probe) : undefined;
  if (held && through === undefined) {
    trace?.step({ rule: 'icc', ...members }, ...over(net, from), dropped(node, 'icc'));
    return 'timeout';
  }
  if (trace !== undefined) {
    const why: Reason =
      owner === to.owner ? { rule: 'same-bridge', ...members } : anotherHasIt(node.id, owner, to);
    if (through === undefined) trace.step(why, ...over(net, from, owner));
    else {
      trace.step(through, ...over(net, from), passed(node, through.rule));
      trace.step(why, at(owner, net));
    }
    if (!net.icc && !held)
      trace.step({
        rule: 'ipv6',
        case: 'unfiltered',
        engine: node.engineName,
        what: 'enable_icc=false',
      });
  }
  return answer(owner, to.ip, probe, trace);
}

/** What lets a packet through where containers are kept from each other: the routing mesh, or a link on the default bridge. */
function opened(
  from: ContainerStack,
  to: ContainerStack,
  { node, isDefault }: Bridge,
  family: 'IPv4' | 'IPv6',
  probe: Probe,
): Reason | undefined {
  const mesh = family === 'IPv4' ? letThrough(node, probe) : undefined;
  if (mesh !== undefined || probe.protocol === 'icmp') return mesh;
  const linked =
    isDefault && (to.opensTo.get(from.id)?.has(portKey(probe.protocol, probe.port)) ?? false);
  const { protocol, port } = probe;
  return linked ? { rule: 'link-port', from: from.id, to: to.id, protocol, port } : undefined;
}
