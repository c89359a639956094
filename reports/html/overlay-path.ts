import type { ReportEndpoint } from './data/types';
import { ended, LAN, nodeOf, type Hop } from './hops';

/** The overlay by which the sender reaches the receiver; its gateway is on the sender's node. */
export const sharedOverlay = (
  { overlays = [] }: ReportEndpoint,
  receiver: ReportEndpoint,
  network: string | undefined,
): string | undefined =>
  overlays.find((name) =>
    network === undefined ? receiver.overlays?.includes(name) : name === network,
  );

/**
 * VXLAN carries the packet over the nodes' network where the receiver is on another node. Which of its replicas a
 * service chooses, and with it whether the packet leaves the node, is open.
 */
export function overOverlay(
  start: Hop,
  name: string,
  sender: ReportEndpoint,
  receiver: ReportEndpoint,
  stops: boolean,
): Hop[] {
  const here = receiver.kind === 'service' || sender.node === nodeOf(receiver);
  const hops: Hop[] = [start, { kind: 'overlay', name }, ...(here ? [] : [LAN])];
  return stops
    ? ended(hops)
    : [...hops, { kind: 'endpoint', name: receiver.id }, ...replicaHops(receiver)];
}

/** One of the replicas of a service; of anything else nothing. */
export const replicaHops = ({ replicas = [] }: ReportEndpoint): Hop[] =>
  replicas.length === 0 ? [] : [{ kind: 'replicas', name: replicas.join(', ') }];
