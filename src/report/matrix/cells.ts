import {
  isEdge,
  isWrong,
  type CheckResult,
  type EdgeVerdict,
  type Status,
} from '../../verdict/result';
import { isOpen, type EndpointId, type Outcome } from '../../topology/edge';
import { say } from '../../i18n/say';
import { count, measuredMarks, noTallies, predictedMarks, type Marks, type Tallies } from './marks';
import { waysOf } from './ways';

export interface Cell {
  readonly predicted: Marks;
  readonly measured: Marks;
}

export interface Matrix {
  readonly lab: string;
  /** Columns, in the order of first appearance. */
  readonly endpoints: readonly EndpointId[];
  /** Rows: those of them that send; a service does not. */
  readonly senders: readonly EndpointId[];
  readonly cell: (from: EndpointId, to: EndpointId) => Cell | undefined;
  readonly edges: readonly EdgeVerdict[];
  /** Edges that are not as predicted or were not measured. */
  readonly differences: readonly EdgeVerdict[];
  /** Where who answers at ports of nodes does: `docker-node1:80`. */
  readonly places: ReadonlyMap<EndpointId, ReadonlySet<string>>;
}

/** Puts the edges of a result into a matrix. */
export function matrixOf({ lab, verdicts }: CheckResult): Matrix {
  const edges = verdicts.filter(isEdge);
  const ways = waysOf(edges);
  const rows = new Map<EndpointId, Map<EndpointId, Tallies>>();
  const places = new Map<EndpointId, Set<string>>();
  edges.forEach(({ from, status, prediction, found }, index) => {
    const { aspect, to: all, counts, at } = ways[index]!;
    const row = known(rows, from, () => new Map<EndpointId, Tallies>());
    for (const to of all) {
      count(known(row, to, noTallies)[aspect], {
        status,
        counts,
        predicted: prediction.outcome === 'reachable',
        open: isOpen(prediction.outcome),
        measured: found?.outcome === 'reachable',
      });
      if (at !== undefined && counts) known(places, to, () => new Set<string>()).add(at);
    }
  });
  return {
    lab,
    endpoints: [...new Set(edges.flatMap(({ from }, index) => [from, ...ways[index]!.to]))],
    senders: [...rows.keys()],
    edges,
    differences: edges.filter(isWrong),
    places,
    cell(from, to) {
      const tallies = rows.get(from)?.get(to);
      if (tallies === undefined) return undefined;
      return { predicted: predictedMarks(tallies), measured: measuredMarks(tallies) };
    },
  };
}

function known<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

/** `312 edges: 312 as predicted, 0 wrong, 0 not measured` */
export function matrixSummary(
  { edges }: Matrix,
  shows: 'measured' | 'predicted' = 'measured',
): string {
  if (shows === 'predicted') {
    const count = (is: (outcome: Outcome) => boolean): number =>
      edges.filter(({ prediction }) => is(prediction.outcome)).length;
    return say('{edges} edges predicted: {reachable} reachable, {unknown} not known', {
      edges: edges.length,
      reachable: count((outcome) => outcome === 'reachable'),
      unknown: count(isOpen),
    });
  }
  const count = (status: Status): number => edges.filter((edge) => edge.status === status).length;
  const missing = count('error') + count('skipped');
  return say('{edges} edges: {right} as predicted, {wrong} wrong, {missing} not measured', {
    edges: edges.length,
    right: count('pass'),
    wrong: count('fail'),
    missing,
  });
}
