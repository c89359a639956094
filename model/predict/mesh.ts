import type { Outcome } from '../edge';
import { answer } from './answer';
import type { Probe, RuleReason, Trace } from './rules';
import { portKey, type Host, type MeshPort } from './world';

/** A packet for a port that a service publishes on every node of the swarm. */
export function meshTo(host: Host, { port, service }: MeshPort, trace: Trace): Outcome {
  trace?.push({
    rule: 'routing-mesh',
    text: `${service.id} publishes ${port.published}/${port.protocol} on every node of the swarm: IP_VS on ${host.id} sends it on to port ${port.target} of one of the replicas, on whichever node that is`,
  });
  return answer(service, { protocol: port.protocol, port: port.target }, trace);
}

/**
 * Why the packet crosses bridges that are kept apart, or one whose containers are: the engine's rules for the mesh
 * (chain DOCKER-INGRESS) come first, and let every packet to such a port pass, whoever it is for.
 */
export function letThrough(host: Host, { port, protocol }: Probe): RuleReason | undefined {
  const mesh = protocol === 'icmp' ? undefined : host.mesh.get(portKey(protocol, port));
  if (mesh === undefined) return undefined;
  return {
    rule: 'routing-mesh',
    text: `${host.id} keeps no bridges apart for ${port}/${protocol}: ${mesh.service.id} publishes it through the routing mesh, and the engine's rules for that let every packet to it through`,
  };
}
