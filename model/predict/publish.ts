import type { Outcome } from '../edge';
import type { PublishedPort } from '../lab';
import { formatIpv4, isLoopback, type Ipv4 } from './address';
import { answer, listeningAt } from './answer';
import { isBridge, type Entry } from './entry';
import { proxyKeepsUdpAddress, rewritesBetweenBridges } from './engine';
import type { Hop } from './hop';
import { dropped, over } from './hops';
import { nobodyBehindProxy } from './proxy';
import type { Trace } from './trace';
import type { Bridge, ContainerStack, Host, Publication } from './world';

/** A packet for a port that a container publishes, by the way in which it enters the node. */
export function publishedTo(
  host: Host,
  publication: Publication,
  ip: Ipv4,
  entry: Entry,
  trace: Trace,
): Outcome {
  const { port, stack } = publication;
  const { protocol, target } = port;
  const net = stack.gateway?.net;
  if (net === undefined || net.internal) {
    trace?.step({ rule: 'internal-network', case: 'unpublished', publisher: stack.id });
    trace?.answers({ kind: 'node', id: host.id, publisher: stack.id });
    return 'refused';
  }
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
  const rewritten = isBridge(entry)
    ? entry !== net && rewritesBetweenBridges(host.engine)
    : entry === 'lan' || !isLoopback(ip);
  if (!rewritten) {
    trace?.step(
      { rule: 'userland-proxy', case: 'takes', ...asked(host, publication), target },
      translated(host, publication, 'docker-proxy'),
    );
    if (isBridge(entry) && losesUdpAddress(host, port)) {
      trace?.step(
        {
          rule: 'udp-source',
          case: 'proxy',
          engine: host.engineName,
          asked: formatIpv4(ip),
          answers: formatIpv4(entry.gateway),
        },
        ...over(net, host, stack),
        dropped(host, 'udp-source'),
      );
      return 'timeout';
    }
    return proxied(host, publication, net, trace);
  }
  trace?.step(
    { rule: 'published-port', ...asked(host, publication), target },
    translated(host, publication, 'published-port'),
    ...over(net, host, stack),
  );
  return answer(stack, addressOf(stack), { protocol, port: target }, trace, stack.id);
}

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
  protocol === 'udp' && ip === '0.0.0.0' && !proxyKeepsUdpAddress(host.engine);

/** The address to which the engine sends what is for a published port. */
const addressOf = ({ gateway }: ContainerStack): Ipv4 | undefined =>
  gateway?.known === true ? gateway.ip : undefined;

function proxied(host: Host, { stack, port }: Publication, net: Bridge, trace: Trace): Outcome {
  const { protocol, target } = port;
  if (listeningAt(stack, addressOf(stack), { protocol, port: target }).heard !== undefined) {
    trace?.passes(...over(net, host, stack));
    return answer(stack, addressOf(stack), { protocol, port: target }, trace, stack.id);
  }
  return nobodyBehindProxy(host, stack.id, protocol, trace);
}
