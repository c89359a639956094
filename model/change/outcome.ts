import type { Edge, EndpointId } from '../edge';
import type { ChangeKind, EdgeChange } from './change';
import type { JoinedTarget } from './classes/join';
import { edgeOn, groundsOf, type Side } from './classes/side';

/** The two labs that are compared. */
export interface Sides {
  readonly before: Side;
  readonly after: Side;
}

interface Asked {
  readonly side: Side;
  readonly edge: Edge;
  /** Who answers where the edge does not tell. */
  readonly answerer: EndpointId | undefined;
}

/** What becomes of one edge; undefined where nothing does. */
export function kindOf(
  sides: Sides,
  from: EndpointId,
  target: JoinedTarget,
): ChangeKind | undefined {
  return compare(...asked(sides, from, target));
}

/** The same with both predictions. */
export function changeOf(
  sides: Sides,
  from: EndpointId,
  target: JoinedTarget,
): EdgeChange | undefined {
  const [was, is] = asked(sides, from, target);
  const kind = compare(was, is);
  const edge = is?.edge ?? was?.edge;
  if (kind === undefined || edge === undefined) return undefined;
  return { kind, edge, before: was && predictionOf(was), after: is && predictionOf(is) };
}

function asked(
  { before, after }: Sides,
  from: EndpointId,
  target: JoinedTarget,
): [Asked | undefined, Asked | undefined] {
  const was = target.before && edgeOn(before, from, target.before);
  const is = target.after && edgeOn(after, from, target.after);
  return [
    was && { side: before, edge: was, answerer: target.answerers[0] },
    is && { side: after, edge: is, answerer: target.answerers[1] },
  ];
}

function compare(was: Asked | undefined, is: Asked | undefined): ChangeKind | undefined {
  const before = was && outcomeOf(was);
  const after = is && outcomeOf(is);
  if (before !== after) {
    if (after === 'reachable') return 'new';
    if (before === 'reachable') return 'lost';
  }
  // Blocked, and asked for on one side only: nothing could be reached, and nothing can.
  if (was === undefined || is === undefined) return undefined;
  if (before !== after) return 'outcome';
  return grounds(was) === grounds(is) ? undefined : 'reason';
}

const outcomeOf = ({ side, edge }: Asked) => side.predictor.outcome(edge);
const predictionOf = ({ side, edge }: Asked) => side.predictor.predict(edge);
const grounds = (one: Asked): string => groundsOf(predictionOf(one), one.edge, one.answerer);
