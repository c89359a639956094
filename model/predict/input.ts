import type { Outcome } from '../edge';
import { formatIpv4, type Ipv4 } from './address';
import { pageOf } from './answer';
import { isBridge, type Entry } from './entry';
import { meshTo } from './mesh';
import { publishedTo } from './publish';
import type { Probe, Trace } from './rules';
import { portKey, type Host } from './world';

/** A packet for one of the node's own addresses: a published port, a listener of the node, or nothing. */
export function input(host: Host, ip: Ipv4, entry: Entry, probe: Probe, trace: Trace): Outcome {
  if (probe.protocol === 'icmp') return 'reachable';
  const { port, protocol } = probe;
  const key = portKey(protocol, port);
  const mesh = host.mesh.get(key);
  if (mesh !== undefined) return meshTo(host, mesh, trace);
  const publications = host.published.get(key);
  const publication = publications?.find((one) => one.ip === 0 || one.ip === ip);
  if (publication !== undefined) return publishedTo(host, publication, ip, entry, trace);
  const own = host.listens.get(key);
  if (own !== undefined) {
    if (protocol === 'udp' && isBridge(entry) && ip !== entry.gateway) {
      trace?.push({
        rule: 'udp-source',
        text:
          `${own.by} listens on ${port}/udp of ${host.id}, but its answer leaves from ${formatIpv4(entry.gateway)}, the node's ` +
          `address on the sender's bridge, not from ${formatIpv4(ip)} that was asked: the sender does not take it, timeout`,
      });
      return 'timeout';
    }
    trace?.push(
      own.by === host.id
        ? {
            rule: 'listener',
            text: `${host.id} itself listens on ${port}/${protocol}: reachable`,
            ...pageOf(own.listener),
          }
        : {
            rule: 'host-network',
            text: `${own.by} has the network stack of ${host.id}, so its ${port}/${protocol} is the node's: reachable`,
          },
    );
    return 'reachable';
  }
  const other = publications?.[0];
  if (other !== undefined) {
    trace?.push({
      rule: 'publish-address',
      text: `${other.stack.id} publishes ${port}/${protocol} on ${other.port.ip} only, not on ${formatIpv4(ip)}: refused`,
    });
  } else {
    trace?.push({
      rule: 'not-published',
      text: `Nobody publishes ${port}/${protocol} on ${host.id} and nothing on it listens there: refused`,
    });
  }
  return 'refused';
}
