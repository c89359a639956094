import { phrase } from '../text/text';
import type { EndpointId } from '../topology/edge';
import type { Lab } from '../topology/lab';
import { createAttribution } from './attribute';
import type { Cause } from './causes/cause';
import { causesOf } from './causes/differences';
import {
  addCounts,
  NO_CHANGES,
  type CauseGroup,
  type Counts,
  type EdgeChange,
  type ReachabilityChange,
} from './change';
import { askBoth, changeOf } from './outcome';
import { partiesOf } from './parties';
import { rowsOf, type Row } from './rows';
import { sideOf, type Sides } from './side';

/**
 * What a change of the topology does to who can reach whom, as the predictor sees both without facts.
 *
 * Compared is every edge that `edges` lists, and, from containers, those to every address that their node has no
 * route to, of which `edges` lists only two. Left out is what an endpoint asks of itself.
 */
export function diffReachability(before: Lab, after: Lab): ReachabilityChange {
  const sides = { before: sideOf(before), after: sideOf(after) };
  const causes = causesOf(before, after);
  const rows = new Map<number, Row[]>();
  for (const row of rowsOf(sides, createAttribution(causes))) {
    const known = rows.get(row.cause);
    if (known === undefined) rows.set(row.cause, [row]);
    else known.push(row);
  }
  const groups = [...rows]
    .sort(([a], [b]) => order(a) - order(b))
    .map(([i, own]) =>
      groupOf(
        sides,
        causes[i],
        own.sort((a, b) => rank(a) - rank(b)),
      ),
    )
    .sort((a, b) => matter(b.counts) - matter(a.counts));
  return {
    counts: groups.reduce((sum, { counts }) => addCounts(sum, counts), NO_CHANGES),
    groups,
    withoutEffect: causes.filter((_, i) => !rows.has(i)).map(({ text }) => text),
  };
}

/** What no cause explains comes last. */
const order = (cause: number): number => (cause < 0 ? Number.POSITIVE_INFINITY : cause);

const KINDS = Object.keys(NO_CHANGES);
const rank = ({ kind }: Row): number => KINDS.indexOf(kind);

const matter = (counts: Counts): number => counts.new + counts.lost;

function groupOf(sides: Sides, cause: Cause | undefined, rows: readonly Row[]): CauseGroup {
  const counts = { ...NO_CHANGES };
  for (const { kind, targets } of rows) counts[kind] += targets.length;
  const telling = rows.filter(({ kind }) => kind === 'new' || kind === 'lost');
  return {
    cause: cause?.text ?? phrase('other changes'),
    counts,
    parties: partiesOf(
      telling.length > 0 ? telling : rows,
      cause?.subjects ?? [],
      everybody(sides),
    ),
    edges: () => edgesOf(sides, rows),
  };
}

const everybody = ({ before, after }: Sides): EndpointId[] => [
  ...new Set([...after.world.endpoints.keys(), ...before.world.endpoints.keys()]),
];

function* edgesOf(sides: Sides, rows: readonly Row[]): Generator<EdgeChange> {
  for (const { from, targets } of rows) {
    for (const target of targets) {
      const changed = askBoth(sides, from, target);
      if (changed !== undefined) yield changeOf(changed);
    }
  }
}
