import type { Outcome } from '../topology/edge';
import { formatIp, type Ip } from '../network/address';
import { listeningAt, serving } from './answer';
import { isBridge, type Entry } from './entry';
import { ofInput } from './foreign';
import { dropped } from './hops';
import { meshTo } from './mesh';
import type { Probe } from './probe';
import { isAt, publishedTo } from './publish';
import type { Reason } from './reason';
import type { Trace } from './trace';
import { untoldPort } from './unsaid';
import { gatewayIn, portKey, type Host, type Listening } from '../network/world';

/** A packet for one of the node's own addresses: a published port, a listener of the node, or nothing. */
export function input(host: Host, ip: Ip, entry: Entry, probe: Probe, trace: Trace): Outcome {
  if (probe.protocol === 'icmp') {
    trace?.answers({ kind: 'node', id: host.id });
    return 'reachable';
  }
  const { port, protocol } = probe;
  const key = portKey(protocol, port);
  const mesh = typeof ip === 'number' ? host.mesh.get(key) : undefined;
  if (mesh !== undefined && typeof ip === 'number') return meshTo(host, mesh, ip, entry, trace);
  const publications = host.published.get(key);
  const publication = publications?.find((one) => isAt(one, ip));
  if (publication !== undefined) return publishedTo(host, publication, ip, entry, trace);
  const stopped = ofInput(host, entry, probe, trace);
  if (stopped !== undefined) return stopped;
  const { heard: own, elsewhere } = listeningAt(host, ip, { port, protocol });
  if (own !== undefined) {
    const nearest = isBridge(entry)
      ? gatewayIn(entry, typeof ip === 'number' ? 'IPv4' : 'IPv6')
      : undefined;
    if (protocol === 'udp' && nearest !== undefined && ip !== nearest) {
      trace?.step(
        {
          rule: 'udp-source',
          case: 'listener',
          listener: own.by,
          node: host.id,
          port,
          protocol,
          asked: formatIp(ip),
          answers: formatIp(nearest),
        },
        dropped(host, 'udp-source'),
      );
      return 'timeout';
    }
    trace?.step(whoListens(host, own, { port, protocol }));
    trace?.answers({ kind: 'node', id: host.id, ...serving(own) });
    return 'reachable';
  }
  if (elsewhere !== undefined) {
    trace?.step({
      rule: 'closed-port',
      stack: host.id,
      kind: 'node',
      port,
      protocol,
      at: elsewhere,
    });
    trace?.answers({ kind: 'node', id: host.id });
    return 'refused';
  }
  const untold = untoldPort(host, ip, entry, { port, protocol }, trace);
  if (untold !== undefined) return untold;
  const other = publications?.[0];
  trace?.step(
    other === undefined
      ? { rule: 'not-published', node: host.id, port, protocol }
      : {
          rule: 'publish-address',
          publisher: other.stack.id,
          port,
          protocol,
          addresses: [other.port.ip, formatIp(ip)],
        },
  );
  trace?.answers({ kind: 'node', id: host.id });
  return 'refused';
}

const whoListens = (
  { id: node }: Host,
  { by }: Listening,
  asked: { readonly port: number; readonly protocol: 'tcp' | 'udp' },
): Reason =>
  by === node
    ? { rule: 'listener', stack: node, kind: 'node', ...asked }
    : { rule: 'host-network', case: 'listener', listener: by, node, ...asked };
