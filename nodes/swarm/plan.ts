import type { Lab } from '../../model/lab';
import type { Entry } from './entries';
import { isOurs, ownManagers, type Seat } from './member';

/** The first of the wanted, where it manages a swarm of the lab and is known there by the address that it has. */
export function keptManager(lab: Lab, [first]: readonly Seat[]): Seat | undefined {
  if (first === undefined) return undefined;
  const { isManager, lab: maker } = first.member;
  return isManager && maker === lab.name && isAsDeclared(first) ? first : undefined;
}

/** Whether a node is in the swarm of the manager that is kept, and on its list. */
export const isSettled = (seat: Seat, kept: Seat | undefined, entries: readonly Entry[]): boolean =>
  kept !== undefined &&
  isAsDeclared(seat) &&
  seat.member.managers.includes(kept.member.id) &&
  entries.some(({ id }) => id === seat.member.id);

const isAsDeclared = ({ node, member }: Seat): boolean =>
  member.state === 'active' && member.address === node.address;

/** Those that are in a swarm of the lab and do not stay in it; managers last, because with them it ends. */
export function leavingOf(lab: Lab, seats: readonly Seat[], staying: readonly Seat[]): Seat[] {
  const managers = ownManagers(lab, seats);
  return seats
    .filter((seat) => !staying.includes(seat) && isOurs(lab, seat, managers))
    .sort((a, b) => Number(a.member.isManager) - Number(b.member.isManager));
}

/** Ids in the manager's list of what nodes of the lab were before they left or were made anew. */
export function outdated(
  entries: readonly Entry[],
  before: readonly Seat[],
  now: readonly Seat[],
): string[] {
  const current = now.map(({ member }) => member.id);
  const former = before.flatMap(({ node, member }) => [node.swarm?.id, member.id]);
  const addresses = before.map(({ node }) => node.address);
  return entries
    .filter(({ id, address }) => former.includes(id) || addresses.includes(address))
    .map(({ id }) => id)
    .filter((id) => !current.includes(id));
}
