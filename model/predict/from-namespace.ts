import type { Outcome } from '../edge';
import { contains, formatIpv4, isLoopback } from './address';
import type { Probe, Trace } from './rules';
import type { Destination, NamespaceStack } from './world';

/** A packet that a network namespace sends: it has its own address, its peer's, and no route besides. */
export function fromNamespace(
  from: NamespaceStack,
  to: Destination,
  probe: Probe,
  trace: Trace,
): Outcome {
  if (isLoopback(to.ip) || to.ip === from.ip) {
    trace?.push({
      rule: isLoopback(to.ip) ? 'loopback' : 'own-address',
      text: `${formatIpv4(to.ip)} is ${from.id}'s own address`,
    });
    return closed(from.id, probe, trace);
  }
  if (from.peer !== undefined && to.ip === from.peer.ip) {
    trace?.push({
      rule: 'namespace-pair',
      text: `${from.id} and ${from.peer.id} are the two ends of one veth pair`,
    });
    return closed(from.peer.id, probe, trace);
  }
  trace?.push({
    rule: 'namespace-pair',
    text: contains(from.subnet, to.ip)
      ? `Nobody on the veth pair of ${from.id} has ${formatIpv4(to.ip)}: unreachable`
      : `${from.id} has a route to ${from.subnet.text} only, the subnet of its veth pair: unreachable`,
  });
  return 'unreachable';
}

function closed(id: string, probe: Probe, trace: Trace): Outcome {
  if (probe.protocol === 'icmp') return 'reachable';
  trace?.push({ rule: 'closed-port', text: `Nothing in ${id} listens: refused` });
  return 'refused';
}
