import type { CauseGroup, ChangeKind, Counts, Parties } from '../../model/change/change';
import type { Plan } from './review';

const SHOWN = 6;

export interface Arrows {
  readonly both: string;
  readonly to: string;
  readonly from: string;
}

const edges = (n: number): string => (n === 1 ? 'edge' : 'edges');

/** `+13 -2 edges, 5 blocked otherwise`; empty where nothing changes. */
export function countsInWords(counts: Counts, minus = '-'): string {
  const gained = counts.new === 0 ? [] : [`+${counts.new}`];
  const lost = counts.lost === 0 ? [] : [`${minus}${counts.lost}`];
  const reach = [...gained, ...lost];
  return [
    ...(reach.length === 0 ? [] : [`${reach.join(' ')} ${edges(counts.new + counts.lost)}`]),
    ...(counts.outcome === 0 ? [] : [`${counts.outcome} blocked otherwise`]),
    ...(counts.reason === 0 ? [] : [`${counts.reason} for another reason`]),
  ].join(', ');
}

/** What becomes of an edge, in one or two words. */
export const KIND_WORDS: Readonly<Record<ChangeKind, string>> = {
  new: 'new',
  lost: 'lost',
  outcome: 'blocked otherwise',
  reason: 'another reason',
};

/** `test4 <-> test1, test2; test4 <- docker-node1`. */
export function partiesInWords({ hub, both, to, from }: Parties, arrows: Arrows): string {
  const others = [
    [arrows.both, both],
    [arrows.to, to],
    [arrows.from, from],
  ] as const;
  if (hub.length === 0) {
    if (to.length + from.length === 0) return `among ${names(both)}`;
    return `${names([...both, ...from])} ${arrows.to} ${names([...both, ...to])}`;
  }
  const there = others.filter(([, ids]) => ids.length > 0);
  if (there.length === 0) return `among ${names(hub)}`;
  const centre = hub.length <= 3 ? `${hub.join(', ')} ` : '';
  return there.map(([arrow, ids]) => `${centre}${arrow} ${names(ids)}`).join('; ');
}

const names = (ids: readonly string[]): string =>
  ids.length <= SHOWN + 1
    ? ids.join(', ')
    : `${ids.slice(0, SHOWN).join(', ')} and ${ids.length - SHOWN} more`;

/** The groups to show, and what is left, added up. */
export interface Shown {
  readonly groups: readonly CauseGroup[];
  readonly rest: readonly CauseGroup[];
}

export const shownGroups = (groups: readonly CauseGroup[], most: number): Shown =>
  groups.length <= most
    ? { groups, rest: [] }
    : { groups: groups.slice(0, most - 1), rest: groups.slice(most - 1) };

export function planInWords(plan: Plan): string {
  if (plan.kind !== 'made') {
    return `Plan: ${plan.kind === 'none' ? 'left out' : 'failed'}, ${plan.why}`;
  }
  const { add, change, destroy } = plan;
  if (add + change + destroy === 0) return 'Plan: no changes';
  return `Plan: ${add} to add, ${change} to change, ${destroy} to destroy`;
}
