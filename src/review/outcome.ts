import { OUTSIDE, type Edge, type EndpointId } from '../topology/edge';
import { servingOf, type Answerer, type Prediction } from '../predict/prediction';
import type { Endpoint } from '../network/world';
import type { ChangeKind, EdgeChange } from './change';
import type { Side, Sides } from './side';
import { asks, type Joined, type Sender, type Wanted } from './wanted';

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
  from: Sender,
  target: Joined,
): Changed | undefined {
  const was = ask(before, from.before, target.before);
  const is = ask(after, from.after, target.after);
  const kind = compare(was, is);
  return kind && { kind, was, is };
}

function ask(
  { world, predictor }: Side,
  from: Endpoint | undefined,
  wanted: Wanted | undefined,
): Asked | undefined {
  if (from === undefined || wanted === undefined) return undefined;
  const target = asks(world, from, wanted);
  if (target === undefined) return undefined;
  // As a gateway of the sender's own it depends on the sender.
  const aim = target === wanted.target ? wanted.aim : undefined;
  return { edge: { from: from.id, target }, prediction: predictor.follow(from, target, aim) };
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

/** The publisher, else the listener, else whose stack answers. */
function servedBy(answerer: Answerer | undefined): EndpointId | undefined {
  const { publisher, listener } = servingOf(answerer);
  return publisher ?? listener ?? answerer?.id;
}

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
export function partyOf({ kind, was, is }: Changed, { before, after }: Joined): EndpointId {
  const { edge, prediction } = (kind === 'lost' ? was : (is ?? was))!;
  if (edge.target.kind === 'name') return edge.target.endpoint;
  const { target } = (after ?? before)!;
  if (target.kind === 'node-port') return servedBy(prediction.answeredBy) ?? target.node;
  return 'endpoint' in target ? target.endpoint : OUTSIDE;
}
