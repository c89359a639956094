import type { Outcome } from '../topology/edge';
import type { PublishedPort } from '../topology/lab';
import { familyOf, formatIp, isLoopback, type Family, type Ip } from '../network/address';
import { answer, listeningAt } from './answer';
import { filteredTranslated } from './crossing';
import { isBridge, type Entry } from './entry';
import {
  filtersIpv6,
  holdsPortsListening,
  proxyKeepsUdpAddress,
  rewritesBetweenBridges,
} from '../network/engine';
import { ofInput, tellBypass } from './foreign';
import type { Hop } from './hop';
import { dropped, over } from './hops';
import { nobodyBehindProxy } from './proxy';
import type { Trace } from './trace';
import {
  gatewayIn,
  type Bridge,
  type ContainerStack,
  type Host,
  type Publication,
} from '../network/world';

/** True for a publication on this address, or on all of its family. */
export const isAt = ({ port, ip }: Publication, asked: Ip): boolean =>
  ip === asked ||
  (ip === 0 && (typeof asked === 'number' || port.family === undefined)) ||
  (ip === '::' && typeof asked === 'string');

/** A packet for a port that a container publishes, by the way in which it enters the node. */
export function publishedTo(
  host: Host,
  publication: Publication,
  ip: Ip,
  entry: Entry,
  trace: Trace,
): Outcome {
  const { port, stack } = publication;
  const { protocol, target, published } = port;
  const behind = networkBehind(stack, familyOf(ip));
  if (behind === undefined) return unpublished(host, stack, familyOf(ip), trace);
  const { net, family } = behind;
  if (isBridge(entry) && entry.internal) {
    trace?.step(
      {
        rule: 'internal-network',
        case: 'published',
        ...asked(host, publication),
        network: entry.name,
      },
      dropped(host, 'internal-network'),
    );
    return 'timeout';
  }
  if (!isRewritten(host, { net, family }, ip, entry))
    return served(host, publication, behind, ip, entry, trace);
  tellBypass(host, entry, { protocol, port: published }, trace);
  trace?.step(
    { rule: 'published-port', ...asked(host, publication), target },
    translated(host, publication, 'published-port'),
  );
  const probe = { protocol, port: target };
  const stopped =
    entry === 'self'
      ? undefined
      : filteredTranslated(host, entry, net, stack, family, probe, trace);
  if (stopped !== undefined) return stopped;
  trace?.passes(...over(net, host, stack));
  return answer(stack, addressOf(stack, family), probe, trace, stack.id);
}

/** The network over which a container's ports are published: that of its default route, of IPv4 where it has no IPv6. */
interface Behind {
  readonly net: Bridge;
  readonly family: Family;
}

function networkBehind({ gateways }: ContainerStack, family: Family): Behind | undefined {
  const of = (one: Family): Behind | undefined => {
    const net = gateways[one]?.net;
    if (net?.kind !== 'bridge' || net.internal || net.modes[one] === 'routed') return undefined;
    return { net, family: one };
  };
  if (family === 'IPv6' && gateways.IPv6 === undefined) return of('IPv4');
  return of(family);
}

/** Nothing of it is published at the node. */
function unpublished(host: Host, stack: ContainerStack, family: Family, trace: Trace): Outcome {
  const net = (stack.gateways[family] ?? stack.gateways.IPv4)?.net;
  const publisher = stack.id;
  trace?.step(
    net?.kind === 'lan'
      ? { rule: 'lan-network', case: 'unpublished', publisher, network: net.name }
      : net?.kind === 'bridge' && net.modes[family] === 'routed' && !net.internal
        ? { rule: 'gateway-mode', case: 'unpublished', publisher, network: net.name }
        : { rule: 'internal-network', case: 'unpublished', publisher },
  );
  trace?.answers({ kind: 'node', id: host.id, publisher });
  return 'refused';
}

/** Whether rules of table nat send the packet to the container, rather than docker-proxy. */
function isRewritten(host: Host, { net, family }: Behind, ip: Ip, entry: Entry): boolean {
  if (familyOf(ip) !== family || (family === 'IPv6' && !filtersIpv6(host.engine))) return false;
  // The kernel takes no packet from ::1 to elsewhere.
  if (ip === '::1') return false;
  if (host.options.userlandProxy === false) return true;
  if (!isBridge(entry)) return entry === 'lan' || !isLoopback(ip);
  return entry !== net && (rewritesBetweenBridges(host.engine) || !entry.masquerade);
}

/** By docker-proxy, where that is on. */
function served(
  host: Host,
  publication: Publication,
  { net, family }: Behind,
  ip: Ip,
  entry: Entry,
  trace: Trace,
): Outcome {
  const { port, stack } = publication;
  const { protocol, target, published } = port;
  const stopped = ofInput(host, entry, { protocol, port: published }, trace);
  if (stopped !== undefined) return stopped;
  if (host.options.userlandProxy === false) {
    const outcome =
      holdsPortsListening(host.engine) && protocol === 'tcp' ? 'reachable' : 'refused';
    trace?.step({
      ...{ rule: 'userland-proxy', case: 'off', node: host.id, publisher: stack.id },
      ...{ port: published, protocol },
    });
    trace?.answers({ kind: 'node', id: host.id, publisher: stack.id });
    return protocol === 'udp' ? 'timeout' : outcome;
  }
  trace?.step(
    { rule: 'userland-proxy', case: 'takes', ...asked(host, publication), target },
    translated(host, publication, 'docker-proxy'),
  );
  const nearest = isBridge(entry) ? gatewayIn(entry, familyOf(ip)) : undefined;
  if (nearest !== undefined && losesUdpAddress(host, port)) {
    trace?.step(
      {
        rule: 'udp-source',
        case: 'proxy',
        engine: host.engineName,
        asked: formatIp(ip),
        answers: formatIp(nearest),
      },
      ...over(net, host, stack),
      dropped(host, 'udp-source'),
    );
    return 'timeout';
  }
  const inside = addressOf(stack, family);
  if (listeningAt(stack, inside, { protocol, port: target }).heard !== undefined) {
    trace?.passes(...over(net, host, stack));
    return answer(stack, inside, { protocol, port: target }, trace, stack.id);
  }
  return nobodyBehindProxy(host, stack.id, protocol, trace);
}

/** The address to which what is for a published port is sent. */
const addressOf = ({ gateways }: ContainerStack, family: Family): Ip | undefined => {
  const held = gateways[family]?.[family];
  return held?.known === true ? held.ip : undefined;
};

const asked = ({ id: node }: Host, { port, stack }: Publication) => ({
  publisher: stack.id,
  node,
  port: port.published,
  protocol: port.protocol,
});

const translated = (
  { id: node }: Host,
  { stack, port }: Publication,
  by: 'docker-proxy' | 'published-port',
): Hop => ({ kind: 'translation', node, by, to: stack.id, port: port.target });

/** A socket on one address has no other to answer from. */
const losesUdpAddress = (host: Host, { ip, protocol }: PublishedPort): boolean =>
  protocol === 'udp' && (ip === '0.0.0.0' || ip === '::') && !proxyKeepsUdpAddress(host.engine);
