import type { Outcome } from '../edge';
import { INGRESS } from '../lab';
import { answer } from './answer';
import { overlay } from './hops';
import type { Probe } from './probe';
import type { ReasonOf } from './reason';
import type { Trace } from './trace';
import { portKey, type Host, type MeshPort } from './world';

/** A packet for a port that a service publishes on every node of the swarm. */
export function meshTo(host: Host, { port, service }: MeshPort, trace: Trace): Outcome {
  const { protocol, target } = port;
  trace?.step(
    {
      rule: 'routing-mesh',
      case: 'sends-on',
      publisher: service.id,
      node: host.id,
      port: port.published,
      protocol,
      target,
    },
    { kind: 'translation', node: host.id, by: 'routing-mesh', to: service.id, port: target },
    overlay(INGRESS, host.id, undefined),
  );
  return answer(service, { protocol, port: target }, trace, service.id);
}

/**
 * Why the packet crosses bridges that are kept apart, or one whose containers are: the engine's rules for the mesh
 * (chain DOCKER-INGRESS) come first, and let every packet to such a port pass, whoever it is for.
 */
export function letThrough(
  host: Host,
  { port, protocol }: Probe,
): ReasonOf<'routing-mesh'> | undefined {
  if (protocol === 'icmp') return undefined;
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
