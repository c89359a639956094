import type { Outcome } from '../../topology/edge';
import { verdictWords } from '../../i18n/catalogue';
import type { CauseGroup, ChangeKind, Counts, Parties } from '../../review/change';
import { language, say, told } from '../../i18n/say';
import type { Plan } from './review';

const SHOWN = 6;

export interface Arrows {
  readonly both: string;
  readonly to: string;
  readonly from: string;
}

/** `+13 -2 edges, 5 failing differently`; empty where nothing changes. */
export function countsInWords(counts: Counts, minus = '-'): string {
  const gained = counts.new === 0 ? [] : [`+${counts.new}`];
  const lost = counts.lost === 0 ? [] : [`${minus}${counts.lost}`];
  const reach = [...gained, ...lost];
  return [
    ...(reach.length === 0 ? [] : [edgesInWords(reach.join(' '), counts.new + counts.lost)]),
    ...(counts.outcome === 0 ? [] : [say('{n} failing differently', { n: counts.outcome })]),
    ...(counts.reason === 0 ? [] : [say('{n} for another reason', { n: counts.reason })]),
  ].join(say(', '));
}

const edgesInWords = (n: string, count: number): string =>
  count === 1 ? say('{n} edge', { n }) : say('{n} edges', { n });

/** What becomes of an edge, in one or two words. */
export function kindInWords(kind: ChangeKind): string {
  switch (kind) {
    case 'new':
      return say('new');
    case 'lost':
      return say('lost');
    case 'outcome':
      return say('failing differently');
    case 'reason':
      return say('another reason');
  }
}

/** `test4 <-> test1, test2; test4 <- docker-node1`. */
export function partiesInWords({ hub, both, to, from }: Parties, arrows: Arrows): string {
  const others = [
    [arrows.both, both],
    [arrows.to, to],
    [arrows.from, from],
  ] as const;
  if (hub.length === 0) {
    if (to.length + from.length === 0) return say('among {names}', { names: names(both) });
    return `${names([...both, ...from])} ${arrows.to} ${names([...both, ...to])}`;
  }
  const there = others.filter(([, ids]) => ids.length > 0);
  if (there.length === 0) return say('among {names}', { names: names(hub) });
  const centre = hub.length <= 3 ? `${hub.join(', ')} ` : '';
  return there.map(([arrow, ids]) => `${centre}${arrow} ${names(ids)}`).join('; ');
}

const names = (ids: readonly string[]): string =>
  ids.length <= SHOWN + 1
    ? ids.join(', ')
    : say('{names} and {n} more', {
        names: ids.slice(0, SHOWN).join(', '),
        n: ids.length - SHOWN,
      });

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
    const why = told(plan.why);
    return plan.kind === 'none'
      ? say('Plan: left out, {why}', { why })
      : say('Plan: failed, {why}', { why });
  }
  const { add, change, destroy } = plan;
  if (add + change + destroy === 0) return say('Plan: no changes');
  return say('Plan: {add} to add, {change} to change, {destroy} to destroy', {
    add,
    change,
    destroy,
  });
}

/** An edge that is not there has no outcome. */
export const outcomeInWords = (outcome: Outcome | undefined): string =>
  outcome === undefined ? say('absent') : verdictWords(language()).outcome(outcome);
