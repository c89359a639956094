import type { ContainerState } from './state';

/** Milliseconds after which an engine takes a container that it started again to run. */
const SETTLES = 10_000;

/**
 * True for a container that ends again and again, also while it happens to run: the engine has started it again, and
 * not long ago.
 *
 * @param clock the node's, in seconds since the epoch
 */
export const isFlapping = (
  { status, restarts = 0, startedAt = 0 }: ContainerState,
  clock: number,
): boolean =>
  status === 'restarting' ||
  (status === 'running' && restarts > 0 && clock * 1000 - startedAt < SETTLES);
