import type { Outcome } from '../edge';
import { formatIpv4, type Ipv4 } from './address';
import { listeningAt, serving } from './answer';
import { isBridge, type Entry } from './entry';
import { dropped } from './hops';
import { meshTo } from './mesh';
import type { Probe } from './probe';
import { publishedTo } from './publish';
import type { Reason } from './reason';
import type { Trace } from './trace';
import { untoldPort } from './unsaid';
import { portKey, type Host, type Listening } from './world';

/** A packet for one of the node's own addresses: a published port, a listener of the node, or nothing. */
export function input(host: Host, ip: Ipv4, entry: Entry, probe: Probe, trace: Trace): Outcome {
  if (probe.protocol === 'icmp') {
    trace?.answers({ kind: 'node', id: host.id });
    return 'reachable';
  }
  const { port, protocol } = probe;
  const key = portKey(protocol, port);
  const mesh = host.mesh.get(key);
  if (mesh !== undefined) return meshTo(host, mesh, ip, entry, trace);
  const publications = host.published.get(key);
  const publication = publications?.find((one) => one.ip === 0 || one.ip === ip);
  if (publication !== undefined) return publishedTo(host, publication, ip, entry, trace);
  const { heard: own, elsewhere } = listeningAt(host, ip, { port, protocol });
  if (own !== undefined) {
    if (protocol === 'udp' && isBridge(entry) && ip !== entry.gateway) {
      trace?.step(
        {
          rule: 'udp-source',
          case: 'listener',
          listener: own.by,
          node: host.id,
          port,
          protocol,
          asked: formatIpv4(ip),
          answers: formatIpv4(entry.gateway),
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
          addresses: [other.port.ip, formatIpv4(ip)],
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
