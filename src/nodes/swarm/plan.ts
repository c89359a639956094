import type { Lab } from '../../topology/lab';
import type { Entry } from './entries';
import { isOurs, ownManagers, type SwarmNode } from './member';

/** The first of the wanted, where it manages the lab's swarm and is known there by the address that it has. */
export const keptManager = ([first]: readonly SwarmNode[]): SwarmNode | undefined =>
  first?.member.isManager === true && isAsDeclared(first) ? first : undefined;

/** Whether a node is on the list of the manager that is kept. */
export const isSettled = (one: SwarmNode, entries: readonly Entry[]): boolean =>
  isAsDeclared(one) && entries.some(({ id }) => id === one.member.id);

const isAsDeclared = ({ node, member }: SwarmNode): boolean =>
  member.state === 'active' && member.address === node.address;

/** Those that are in a swarm of the lab and do not stay in it; managers last, because with them it ends. */
export function leavingOf(
  lab: Lab,
  swarmNodes: readonly SwarmNode[],
  staying: readonly SwarmNode[],
): SwarmNode[] {
  const managers = ownManagers(lab, swarmNodes);
  return swarmNodes
    .filter((one) => !staying.includes(one) && isOurs(lab, one, managers))
    .sort((a, b) => Number(a.member.isManager) - Number(b.member.isManager));
}

/** Ids in the manager's list of what nodes of the lab were before they left or were made anew. */
export function outdated(
  entries: readonly Entry[],
  before: readonly SwarmNode[],
  now: readonly SwarmNode[],
): string[] {
  const current = now.map(({ member }) => member.id);
  const former = before.flatMap(({ node, member }) => [node.swarm?.id, member.id]);
  const addresses = before.map(({ node }) => node.address);
  return entries
    .filter(({ id, address }) => former.includes(id) || addresses.includes(address))
    .map(({ id }) => id)
    .filter((id) => !current.includes(id));
}
