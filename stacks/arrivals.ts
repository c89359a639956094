import type { Container as DockerContainer } from '@cdktf/provider-docker/lib/container';
import type { Container, Lab } from '../model/lab';

/** By overlay, the container that brings it to a node; in the order in which they come. */
export type Arrivals = Map<string, DockerContainer>;

/** The overlays that a container is on. */
export function overlaysOf({ networking }: Container, lab: Lab): string[] {
  if (networking.mode !== 'bridge') return [];
  return networking.attachments
    .map(({ network }) => network)
    .filter((network) => lab.overlays.some(({ name }) => name === network));
}

/**
 * The container of the same node that must stand before one that is on `overlays`. A node that joins two overlays at
 * the same time takes one's answer for the other's and waits half a minute, longer than a container's start may.
 */
export function arrivesAfter(
  overlays: readonly string[],
  arrivals: Arrivals,
): DockerContainer | undefined {
  const brings = overlays.some((overlay) => !arrivals.has(overlay));
  return [...arrivals]
    .filter(([overlay]) => brings || overlays.includes(overlay))
    .map(([, container]) => container)
    .at(-1);
}
