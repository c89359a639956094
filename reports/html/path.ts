import type { Verdict } from '../../checks/result';
import type { ReportEndpoint } from './data/types';
import { ended, LAN, networkHop, nodeOf, onOverlay, type Hop } from './hops';
import { overOverlay, replicaHops, sharedOverlay } from './overlay-path';

const NAMES = ['default-bridge-names', 'names-across-networks', 'node-names'];
const PUBLISHED = ['published-port', 'userland-proxy', 'routing-mesh'];
const OVERLAY = ['overlay', 'virtual-address'];

/** The way of an edge through the lab, as far as the expected packet comes. */
export function pathOf(
  { from, to, network, reasons, expected, subject }: Verdict,
  endpoints: readonly ReportEndpoint[],
): Hop[] {
  const sender = endpoints.find(({ id }) => id === from);
  const receiver = endpoints.find(({ id }) => id === to);
  if (sender === undefined || receiver === undefined) return [];
  const rules = new Set<string>(reasons.map(({ rule }) => rule));
  const stops = !/^(?:reachable|refused)/.test(expected);
  const start: Hop = { kind: 'endpoint', name: sender.id };
  if (NAMES.some((rule) => rules.has(rule))) {
    return [start, { kind: 'names', name: sender.node ?? sender.id, stops: true }];
  }
  if (rules.has('none-network')) return [{ ...start, stops: true }];
  if (rules.has('loopback') || rules.has('own-address') || sender === receiver)
    return [start, ...behindPort(receiver, { subject, rules, endpoints })];
  if (sender.kind === 'namespace') {
    const pair: Hop = { kind: 'veth', name: 'veth', stops };
    return !stops
      ? [start, pair, { kind: 'endpoint', name: receiver.id }]
      : [start, { ...pair, stops: true }];
  }
  const end: Hop = { kind: 'endpoint', name: receiver.id };
  const overlay = OVERLAY.some((rule) => rules.has(rule))
    ? sharedOverlay(sender, receiver, network)
    : undefined;
  if (overlay !== undefined) {
    // The virtual address itself answers a ping, on the sender's node: no replica sees it.
    const alone = rules.has('virtual-address') && portOf(subject) === undefined;
    const asked = alone ? { ...receiver, replicas: [] } : receiver;
    return overOverlay(start, overlay, sender, asked, stops);
  }
  const shared = sharedNetwork(sender, receiver, network);
  if (shared !== undefined && (rules.has('same-bridge') || rules.has('icc'))) {
    const bridge: Hop = { ...networkHop(sender, shared), stops };
    return stops ? [start, bridge] : [start, bridge, end];
  }
  return routed(start, sender, receiver, { network, rules, stops, subject, endpoints });
}

interface Asked {
  readonly subject: string;
  readonly rules: ReadonlySet<string>;
  readonly endpoints: readonly ReportEndpoint[];
}

interface Way extends Asked {
  readonly network: string | undefined;
  readonly stops: boolean;
}

/** From the sender through its node, and over the nodes' network where the receiver is elsewhere. */
function routed(start: Hop, sender: ReportEndpoint, receiver: ReportEndpoint, way: Way): Hop[] {
  const hops: Hop[] = [start];
  const { rules, stops } = way;
  const here = nodeOf(sender);
  const there = nodeOf(receiver);
  const own = sender.stack === undefined && sender.kind === 'container';
  if (own) {
    const direct = sender.networks.find(
      (name) => name === way.network && (receiver.id === here || onOverlay(sender, name)),
    );
    hops.push(networkHop(sender, direct ?? sender.networks[0] ?? ''));
    if (rules.has('same-subnet') || (stops && !rules.has('default-gateway'))) return ended(hops);
  }
  if (here !== undefined && sender.kind !== 'node') hops.push({ kind: 'stack', name: here });
  if (stops) return ended(hops);
  if (here !== there) {
    hops.push(LAN);
    if (there !== undefined && receiver.kind !== 'node') hops.push({ kind: 'stack', name: there });
  }
  return [...hops, ...arrival(receiver, way, hops.at(-1))];
}

/** The last stations: the receiver on its bridge, or a container behind a port of its node. */
function arrival(receiver: ReportEndpoint, way: Way, last: Hop | undefined): Hop[] {
  const end: Hop = { kind: 'endpoint', name: receiver.id };
  if (receiver.kind === 'container' && receiver.stack === undefined) {
    const name = way.network ?? receiver.networks[0] ?? '';
    return [networkHop(receiver, name), end];
  }
  // The node's own stack is the receiver.
  const stations = last?.kind === 'stack' && last.name === receiver.id ? [] : [end];
  return [...stations, ...behindPort(receiver, way)];
}

/** `80/tcp`, at the end of an edge's label. */
const portOf = (subject: string): string | undefined => /:(\d+\/(?:tcp|udp))$/.exec(subject)?.[1];

/** Who publishes the port that is asked for: a container, or a service with its replicas. */
function behindPort(receiver: ReportEndpoint, { subject, rules, endpoints }: Asked): Hop[] {
  if (!PUBLISHED.some((rule) => rules.has(rule))) return [];
  const publisher = endpoints.find(({ id }) => id === receiver.published?.[portOf(subject) ?? '']);
  return publisher === undefined
    ? []
    : [{ kind: 'endpoint', name: publisher.id }, ...replicaHops(publisher)];
}

function sharedNetwork(
  sender: ReportEndpoint,
  receiver: ReportEndpoint,
  network: string | undefined,
): string | undefined {
  if (sender.node !== receiver.node) return undefined;
  return sender.networks.find(
    (name) => receiver.networks.includes(name) && (network === undefined || name === network),
  );
}
