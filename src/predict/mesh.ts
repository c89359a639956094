import type { Outcome } from '../topology/edge';
import { GATEWAY_BRIDGE, INGRESS } from '../topology/lab';
import { isLoopback, type Ipv4 } from '../network/address';
import { answer } from './answer';
import { publishesMesh } from '../network/engine';
import { isBridge, type Entry } from './entry';
import { dropped, overlay } from './hops';
import type { Probe } from './probe';
import { nobodyBehindProxy } from './proxy';
import type { ReasonOf } from './reason';
import type { Trace } from './trace';
import { portKey, type Host, type MeshPort } from '../network/world';

/** A packet for a port that a service publishes on every node of the swarm, by the way in which it enters the node. */
export function meshTo(
  host: Host,
  { port, service }: MeshPort,
  ip: Ipv4,
  entry: Entry,
  trace: Trace,
): Outcome {
  const { protocol, target } = port;
  const asked = { publisher: service.id, node: host.id, port: port.published, protocol };
  if (publishesMesh(host.engine)) {
    if (isBridge(entry) && entry.internal) {
      trace?.step(
        { rule: 'internal-network', case: 'published', ...asked, network: entry.name },
        dropped(host, 'internal-network'),
      );
      return 'timeout';
    }
    const proxied = isBridge(entry)
      ? entry.name === GATEWAY_BRIDGE
      : entry === 'self' && isLoopback(ip);
    if (proxied) {
      trace?.step({ rule: 'userland-proxy', case: 'takes', ...asked, target });
      if (!service.listens.has(portKey(protocol, target)))
        return nobodyBehindProxy(host, service.id, protocol, trace);
    }
  }
  trace?.step(
    { rule: 'routing-mesh', case: 'sends-on', ...asked, target },
    { kind: 'translation', node: host.id, by: 'routing-mesh', to: service.id, port: target },
    overlay(INGRESS, host.id, undefined),
  );
  return answer(service, undefined, { protocol, port: target }, trace, service.id);
}

/**
 * Why the packet crosses bridges that are kept apart, or one whose containers are: the engine's rules for the mesh
 * (chain DOCKER-INGRESS) come first, and let every packet to such a port pass, whoever it is for.
 */
export function letThrough(
  host: Host,
  { port, protocol }: Probe,
): ReasonOf<'routing-mesh'> | undefined {
  if (protocol === 'icmp' || publishesMesh(host.engine)) return undefined;
  const mesh = host.mesh.get(portKey(protocol, port));
  if (mesh === undefined) return undefined;
  return {
    rule: 'routing-mesh',
    case: 'lets-through',
    publisher: mesh.service.id,
    node: host.id,
    port,
    protocol,
  };
}
