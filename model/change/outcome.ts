import { OUTSIDE, type Edge, type EndpointId, type Target } from '../edge';
import type { Answerer, Prediction } from '../predict/prediction';
import type { ChangeKind, EdgeChange } from './change';
import { servedBy } from './serving';
import { edgeOn, type Side, type Sides } from './side';
import type { JoinedTarget } from './targets';

/** An edge with what is predicted of it. */
interface Asked {
  readonly edge: Edge;
  readonly prediction: Prediction;
}

/** What becomes of an edge that is not what it was. */
interface Changed {
  readonly kind: ChangeKind;
  readonly was: Asked | undefined;
  readonly is: Asked | undefined;
}

/** Asks for one edge before and after; undefined where it stays as it is. */
export function askBoth(
  { before, after }: Sides,
  from: EndpointId,
  target: JoinedTarget,
): Changed | undefined {
  const was = ask(before, from, target.before);
  const is = ask(after, from, target.after);
  const kind = compare(was, is);
  return kind && { kind, was, is };
}

function ask(side: Side, from: EndpointId, target: Target | undefined): Asked | undefined {
  const edge = target && edgeOn(side, from, target);
  return edge && { edge, prediction: side.predictor.predict(edge) };
}

function compare(was: Asked | undefined, is: Asked | undefined): ChangeKind | undefined {
  const before = was?.prediction.outcome;
  const after = is?.prediction.outcome;
  if (before !== after) {
    if (after === 'reachable') return 'new';
    if (before === 'reachable') return 'lost';
  }
  // Blocked, and asked for on one side only: nothing could be reached, and nothing can.
  if (was === undefined || is === undefined) return undefined;
  if (before !== after) return 'outcome';
  return sameGrounds(was, is) ? undefined : 'reason';
}

/** What is predicted of an edge beyond its outcome: who it is that answers, and by which rules. */
function sameGrounds(was: Asked, is: Asked): boolean {
  const [old, now] = [was.prediction, is.prediction];
  return (
    leadsTo(was) === leadsTo(is) &&
    sameAnswerer(old.answeredBy, now.answeredBy) &&
    old.reasons.length === now.reasons.length &&
    old.reasons.every(({ rule }, i) => rule === now.reasons[i]!.rule)
  );
}

const sameAnswerer = (was: Answerer | undefined, is: Answerer | undefined): boolean =>
  was?.id === is?.id && servedBy(was) === servedBy(is);

/** What a name means, and as whom the machine outside sees the sender. */
function leadsTo({ edge: { target }, prediction }: Asked): string | undefined {
  if (target.kind === 'name') return target.endpoint;
  if (target.kind === 'outside' && prediction.outcome === 'reachable') return target.seenAs;
  return undefined;
}

/** The edge with both predictions. */
export const changeOf = ({ kind, was, is }: Changed): EdgeChange => ({
  kind,
  edge: (is ?? was)!.edge,
  before: was?.prediction,
  after: is?.prediction,
});

/** Whom the edge leads to: who answers at a port of a node, where anybody does. */
export function partyOf({ kind, was, is }: Changed, { before, after }: JoinedTarget): EndpointId {
  const { edge, prediction } = (kind === 'lost' ? was : (is ?? was))!;
  if (edge.target.kind === 'name') return edge.target.endpoint;
  const target = after ?? before;
  if (target?.kind === 'node-port') return servedBy(prediction.answeredBy) ?? target.node;
  return target !== undefined && 'endpoint' in target ? target.endpoint : OUTSIDE;
}
