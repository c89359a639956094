import { NO_CHANGES, type ChangeKind, type ReachabilityChange } from '../../src/review/change';
import { diffReachability } from '../../src/review/diff';
import { edgeLabel } from '../../src/topology/edge';
import type { Lab } from '../../src/topology/lab';
import { english } from '../../src/text/tell';
import { labelOf } from './oracle';

type Told = readonly (readonly [label: string, kind: ChangeKind])[];

/** Every changed edge with what becomes of it, as often as it is told, by label. The counts are those of the edges. */
export const told = (change: ReachabilityChange, before: Lab, after: Lab): Told =>
  sorted(
    change.groups.flatMap((group) => {
      const edges = [...group.edges()];
      const counts = { ...NO_CHANGES };
      for (const { kind } of edges) counts[kind] += 1;
      expect(group.counts).toEqual(counts);
      expect(edges).not.toEqual([]);
      return edges.map(
        ({ kind, edge, after: is }) =>
          [labelOf(is === undefined ? before : after, edge), kind] as const,
      );
    }),
  );

export const sorted = (edges: Iterable<readonly [string, ChangeKind]>): Told =>
  [...edges].sort(([a], [b]) => (a < b ? -1 : 1));

/** The causes of the new and lost edges, each with those edges. */
export function newAndLost(before: Lab, after: Lab): Record<string, string[]> {
  const entries = diffReachability(before, after).groups.map(({ cause, edges }) => [
    english(cause),
    [...edges()]
      .filter(({ kind }) => kind === 'new' || kind === 'lost')
      .map(({ kind, edge }) => `${kind === 'new' ? '+' : '-'} ${edgeLabel(edge)}`)
      .sort(),
  ]);
  return Object.fromEntries(entries) as Record<string, string[]>;
}
