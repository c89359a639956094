import type { Outcome } from '../edge';
import type { PublishedPort } from '../lab';
import { formatIpv4, isLoopback, type Ipv4 } from './address';
import { answer } from './answer';
import { isBridge, type Entry } from './entry';
import { proxyKeepsUdpAddress } from './engine';
import type { Trace } from './rules';
import { portKey, type ContainerStack, type Host, type Publication } from './world';

/** A packet for a port that a container publishes, by the way in which it enters the node. */
export function publishedTo(
  host: Host,
  { port, stack }: Publication,
  ip: Ipv4,
  entry: Entry,
  trace: Trace,
): Outcome {
  const published = `${port.published}/${port.protocol}`;
  const inside = { protocol: port.protocol, port: port.target };
  if (stack.gateway === undefined || stack.gateway.net.internal) {
    trace?.push({
      rule: 'internal-network',
      text: `${stack.id} is on internal networks only, so the engine publishes nothing for it: refused`,
    });
    return 'refused';
  }
  if (isBridge(entry) && entry.internal) {
    trace?.push({
      rule: 'internal-network',
      text: `${host.id} would pass ${published} on to ${stack.id}, but drops what comes from ${entry.name}, which is internal: timeout`,
    });
    return 'timeout';
  }
  if ((entry === 'self' && isLoopback(ip)) || isBridge(entry)) {
    trace?.push({
      rule: 'userland-proxy',
      text: `docker-proxy on ${host.id} takes ${published} and passes it on to port ${port.target} of ${stack.id}`,
    });
    if (isBridge(entry) && losesUdpAddress(host, port)) {
      trace?.push({
        rule: 'udp-source',
        text:
          `docker-proxy of engine ${host.engineName} answers from ${formatIpv4(entry.gateway)}, the node's address on the ` +
          `sender's bridge, not from ${formatIpv4(ip)} that was asked: the sender does not take it, timeout`,
      });
      return 'timeout';
    }
    return proxied(stack, port, trace);
  }
  trace?.push({
    rule: 'published-port',
    text: `${stack.id} publishes ${published}: ${host.id} sends it on to port ${port.target} of ${stack.id}`,
  });
  return answer(stack, inside, trace);
}

/** A socket on one address has no other to answer from. */
const losesUdpAddress = (host: Host, { ip, protocol }: PublishedPort): boolean =>
  protocol === 'udp' && ip === '0.0.0.0' && !proxyKeepsUdpAddress(host.engine);

function proxied(
  stack: ContainerStack,
  { protocol, target }: PublishedPort,
  trace: Trace,
): Outcome {
  if (stack.listens.has(portKey(protocol, target))) {
    return answer(stack, { protocol, port: target }, trace);
  }
  const outcome = protocol === 'tcp' ? 'reachable' : 'timeout';
  trace?.push({
    rule: 'userland-proxy',
    text: `Nothing in ${stack.id} listens there, but docker-proxy has already taken the packet: ${outcome}`,
  });
  return outcome;
}
