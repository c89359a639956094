import type { Lab } from '../../topology/lab';
import { engineApi, type Ask } from '../engine-api';
import type { InventoryNode } from '../inventory';
import { removeGateway } from './gateway';
import { isOurs, memberOf } from './member';

/** Takes an engine out of its swarm; with the last manager the swarm ends. */
export const leave = (ask: Ask): Promise<unknown> => ask('POST', '/swarm/leave?force=1');

/** Takes a host that stays out of the lab's swarm; does nothing where it is in none, or in another. */
export async function leaveFor(
  lab: Lab,
  node: InventoryNode,
  api: (dockerHost: string) => Ask = engineApi,
): Promise<void> {
  if (node.swarm === undefined && !lab.swarm.includes(node.name)) return;
  const ask = api(node.dockerHost);
  if (isOurs(lab, { node, member: await memberOf(ask) })) await leave(ask);
  await removeGateway(lab, ask);
}
