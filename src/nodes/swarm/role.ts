import { engineApi, type Ask } from '../engine-api';
import type { InventoryNode } from '../inventory';
import { memberOf } from './member';

/** Milliseconds. */
const PATIENCE = 3_000;

/** What a node is in the lab's swarm, for a person; undefined where it never was in it, or its engine does not say. */
export async function roleOf(
  { dockerHost, swarm }: InventoryNode,
  api: (dockerHost: string) => Ask = (host) => engineApi(host, PATIENCE),
): Promise<'manager' | 'worker' | 'outside' | undefined> {
  if (swarm === undefined) return undefined;
  const member = await memberOf(api(dockerHost)).catch(() => undefined);
  if (member === undefined) return undefined;
  if (member.id !== swarm.id || member.state !== 'active') return 'outside';
  return member.isManager ? 'manager' : 'worker';
}
