import type { EndpointId, Outcome } from '../topology/edge';
import type { Protocol } from '../topology/lab';
import type { Trace } from './trace';
import type { Host } from '../network/world';

/** docker-proxy takes a connection before it knows whether anything listens behind it; a datagram it sends on. */
export function nobodyBehindProxy(
  { id }: Host,
  publisher: EndpointId,
  protocol: Protocol,
  trace: Trace,
): Outcome {
  const outcome = protocol === 'tcp' ? 'reachable' : 'timeout';
  trace?.step({ rule: 'userland-proxy', case: 'nobody', publisher, outcome });
  if (outcome === 'reachable') trace?.answers({ kind: 'node', id, publisher });
  return outcome;
}
