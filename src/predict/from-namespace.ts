import type { Outcome } from '../topology/edge';
import { holds, isLoopback } from '../network/address';
import type { Hop } from './hop';
import { at } from './hops';
import type { Probe } from './probe';
import type { Trace } from './trace';
import { asked, type Destination, type NamespaceStack } from '../network/world';

/** A packet that a network namespace sends: it has its own address, its peer's, and no route besides. */
export function fromNamespace(
  from: NamespaceStack,
  to: Destination,
  probe: Probe,
  trace: Trace,
): Outcome {
  if (isLoopback(to.ip) || to.ip === from.ip) {
    trace?.step(
      {
        rule: isLoopback(to.ip) ? 'loopback' : 'own-address',
        from: from.id,
        kind: 'namespace',
        to: asked(to),
      },
      at(from, 'lo'),
    );
    return closed(from, probe, trace);
  }
  if (typeof to.ip === 'string') {
    trace?.step({ rule: 'ipv6', case: 'no-route', from: from.id, to: undefined });
    return 'unreachable';
  }
  if (from.peer !== undefined && to.ip === from.peer.ip) {
    trace?.step(
      { rule: 'namespace-pair', case: 'pair', from: from.id, to: from.peer.id },
      ...overVeth(from),
      at(from.peer, 'veth'),
    );
    return closed(from.peer, probe, trace);
  }
  if (holds(from.subnet, to.ip)) {
    trace?.step(
      { rule: 'namespace-pair', case: 'nobody', from: from.id, to: asked(to) },
      ...overVeth(from),
    );
  } else {
    const subnet = from.subnet.text;
    trace?.step({ rule: 'namespace-pair', case: 'no-route', from: from.id, subnet });
  }
  return 'unreachable';
}

const overVeth = (from: NamespaceStack): Hop[] => [
  at(from, 'veth'),
  { kind: 'veth', node: from.node.id, ends: [from.id, from.peer?.id ?? ''] },
];

function closed({ id, node }: NamespaceStack, { protocol, port }: Probe, trace: Trace): Outcome {
  trace?.answers({ kind: 'namespace', id, node: node.id });
  if (protocol === 'icmp') return 'reachable';
  trace?.step({ rule: 'closed-port', stack: id, kind: 'namespace', port, protocol });
  return 'refused';
}
