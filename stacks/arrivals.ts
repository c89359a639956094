import type { Container as DockerContainer } from '@cdktf/provider-docker/lib/container';
import { isOverlay, type Container, type Lab } from '../src/topology/lab';

/** A container that brings an overlay to its node: the first there that is on it. */
export interface Arrival {
  readonly node: string;
  readonly overlay: string;
  readonly container: DockerContainer;
}

/** The overlays that a container is on. */
export function overlaysOf({ networking }: Container, lab: Lab): string[] {
  if (networking.mode !== 'bridge') return [];
  return networking.attachments
    .map(({ network }) => network)
    .filter((network) => isOverlay(lab, network));
}

/**
 * The container that must stand before one that is on `overlays` of `node`. Overlays come to nodes one after another:
 * where several came at the same time, engines were seen to wait for each other's list of networks for half a minute
 * ("Bulk sync to node … timed out"), longer than a container's start may take (28.5: two deploys of five; one after
 * another: none of fourteen).
 *
 * @param arrivals In the order in which they come
 */
export function arrivesAfter(
  node: string,
  overlays: readonly string[],
  arrivals: readonly Arrival[],
): DockerContainer | undefined {
  const own = arrivals.filter((one) => one.node === node && overlays.includes(one.overlay));
  const { container } = (own.length < overlays.length ? arrivals : own).at(-1) ?? {};
  return container;
}
