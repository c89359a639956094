import type { Lab } from '../lab';
import { createAttribution } from './attribute';
import { blocksOf, type Block } from './blocks';
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
  const blocks = new Map<number, Block[]>();
  for (const block of blocksOf(sides, createAttribution(causes))) {
    const known = blocks.get(block.cause);
    if (known === undefined) blocks.set(block.cause, [block]);
    else known.push(block);
  }
  const groups = [...blocks]
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
    withoutEffect: causes.filter((_, i) => !blocks.has(i)).map(({ text }) => text),
  };
}

/** What no cause explains comes last. */
const order = (cause: number): number => (cause < 0 ? Number.POSITIVE_INFINITY : cause);

const KINDS = Object.keys(NO_CHANGES);
const rank = ({ kind }: Block): number => KINDS.indexOf(kind);

const matter = (counts: Counts): number => counts.new + counts.lost;

function groupOf(sides: Sides, cause: Cause | undefined, blocks: readonly Block[]): CauseGroup {
  const counts = { ...NO_CHANGES };
  for (const { kind, senders } of blocks) counts[kind] += senders.length;
  const telling = blocks.filter(({ kind }) => kind === 'new' || kind === 'lost');
  return {
    cause: cause?.text ?? 'other changes',
    counts,
    parties: partiesOf(telling.length > 0 ? telling : blocks, cause?.subjects ?? []),
    edges: () => edgesOf(sides, blocks),
  };
}

function* edgesOf(sides: Sides, blocks: readonly Block[]): Generator<EdgeChange> {
  for (const { senders, target } of blocks) {
    for (const { id } of senders) {
      const changed = askBoth(sides, id, target);
      if (changed !== undefined) yield changeOf(changed);
    }
  }
}
