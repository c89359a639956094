import { inEnglish } from '../../text/tell';
import type { CauseGroup, EdgeChange } from '../../review/change';
import { edgeLabel, type Edge } from '../../topology/edge';
import { predictionJson } from '../json';
import type { Review } from './review';

/** More edges than this are counted, not listed. */
const LISTED = 50_000;

interface JsonEdge {
  readonly change: EdgeChange['kind'];
  readonly label: string;
  readonly edge: Edge;
  readonly before: object | null;
  readonly after: object | null;
}

/** The review for programs. `edgesLeftOut` is how many edges a group has beyond those that it lists. */
export function json({ against, plan, change }: Review): string {
  let room = LISTED;
  const groups = change.groups.map(({ cause, counts, parties, edges }: CauseGroup) => {
    const listed: JsonEdge[] = [];
    for (const one of edges()) {
      if (room === 0) break;
      room -= 1;
      listed.push(jsonEdge(one));
    }
    const all = counts.new + counts.lost + counts.outcome + counts.reason;
    return { cause, counts, parties, edges: listed, edgesLeftOut: all - listed.length };
  });
  const { counts, withoutEffect } = change;
  return JSON.stringify({ against, plan, counts, groups, withoutEffect }, inEnglish, 2);
}

const jsonEdge = ({ kind, edge, before, after }: EdgeChange): JsonEdge => ({
  change: kind,
  label: edgeLabel(edge),
  edge,
  before: before === undefined ? null : predictionJson(before),
  after: after === undefined ? null : predictionJson(after),
});
