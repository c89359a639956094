import type { EdgeVerdict, Status } from '../../../verdict/result';
import { networkOf, targetLabel } from '../../../topology/edge';
import type { Found } from '../../../edges/found';
import type { Hop } from '../../../predict/hop';
import type { Answerer } from '../../../predict/prediction';
import type { Reason } from '../../../predict/reason';
import { ASPECTS, type Aspect } from '../../matrix/ways';
import { OUTCOMES, PER_EDGE, SHAPE, STATUSES } from './shape';
import { fillSlots, slotValues } from './slots';
import type { ReportData } from './types';
import type { Text, Told } from '../../../text/text';

/** Which edge: the sender's place among the endpoints, and the edge's among the sender's. */
export interface EdgeRef {
  readonly from: number;
  readonly at: number;
}

type Encoded = Pick<ReportData, 'edges' | 'endpoints' | 'chapters'>;

/** Number of edges that an endpoint sends. */
export const edgesFrom = ({ edges }: Encoded, from: number): number =>
  (edges.rows[from]?.length ?? 0) / PER_EDGE;

export const allEdges = (data: Encoded): EdgeRef[] =>
  data.endpoints.flatMap((_, from) =>
    Array.from({ length: edgesFrom(data, from) }, (_none, at) => ({ from, at })),
  );

export const statusOf = (data: Encoded, edge: EdgeRef): Status | undefined =>
  STATUSES[data.edges.shapes[shapeOf(data, edge)]?.[SHAPE.status] ?? -1];

export const targetOf = ({ edges }: Encoded, { from, at }: EdgeRef): number =>
  edges.rows[from]?.[at * PER_EDGE] ?? 0;

export const shapeOf = ({ edges }: Encoded, { from, at }: EdgeRef): number =>
  edges.rows[from]?.[at * PER_EDGE + 1] ?? 0;

/** Place of the endpoint that is asked for. */
export const receiverOf = (data: Encoded, edge: EdgeRef): number =>
  place(edge, data.edges.targets[targetOf(data, edge)]?.[1] ?? -1);

/** What an edge says, with places for endpoints. */
export interface WayRef {
  readonly aspect: Aspect;
  readonly counts: boolean;
  readonly to: readonly number[];
}

export function wayOf({ edges }: Encoded, target: number, from: number): WayRef {
  const [, , aspect, counts, ...to] = edges.targets[target]!;
  return {
    aspect: ASPECTS[aspect]!,
    counts: counts === 1,
    to: to.map((one) => (one === -1 ? from : one)),
  };
}

const place = ({ from }: EdgeRef, asked: number): number => (asked === -1 ? from : asked);

/** `test2@bridge`, as in the edge's label. */
export const targetLabelOf = (data: Encoded, edge: EdgeRef): string =>
  targetLabel(data.edges.targets[targetOf(data, edge)]![0]);

/** The edge as it was before it was encoded, but for its time, which is rounded. */
export function verdictOf(data: Encoded, ref: EdgeRef): EdgeVerdict {
  const { endpoints, chapters, edges } = data;
  const shape = edges.shapes[shapeOf(data, ref)] ?? [];
  const [target] = edges.targets[targetOf(data, ref)]!;
  const text = (index: number | undefined): string | undefined => edges.texts[index ?? -1];
  const network = networkOf(target);
  const address = text(shape[SHAPE.address]);
  const from = endpoints[ref.from]!;
  const to = endpoints[receiverOf(data, ref)]!;
  const values = slotValues(from, to, network, address ?? '');
  const filled = (place: number): string | undefined => {
    const template = text(shape[place]);
    return template === undefined ? undefined : fillSlots(template, values);
  };
  const parsed = <T>(place: number): T | undefined => {
    const json = filled(place);
    return json === undefined ? undefined : (JSON.parse(json) as T);
  };
  const optional = {
    found: parsed<Found>(SHAPE.found),
    address,
    command: filled(SHAPE.command),
    hint: parsed<Text>(SHAPE.hint),
    cause: text(shape[SHAPE.cause]),
    network,
  };
  return {
    kind: 'edge',
    status: STATUSES[shape[SHAPE.status] ?? 0]!,
    chapter: chapters[shape[SHAPE.chapter] ?? -1]?.id ?? '',
    edge: { from: from.id, target },
    prediction: {
      outcome: OUTCOMES[shape[SHAPE.outcome] ?? 0]!,
      answeredBy: parsed<Answerer>(SHAPE.answeredBy),
      hops: parsed<Hop[]>(SHAPE.hops) ?? [],
      reasons: shape
        .slice(SHAPE.reasons)
        .flatMap((_, index) => parsed<Reason>(SHAPE.reasons + index) ?? []),
    },
    detail: parsed<Told>(SHAPE.detail) ?? '',
    ms: (edges.rows[ref.from]?.[ref.at * PER_EDGE + 2] ?? 0) / 10,
    from: from.id,
    to: to.id,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}
