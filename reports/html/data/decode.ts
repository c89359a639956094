import type { Status, Verdict } from '../../../checks/result';
import type { Reason } from '../../../model/predict/reason';
import { PER_EDGE, SHAPE, STATUSES } from './shape';
import { fillSlots, slotValues } from './slots';
import type { ReportData } from './types';

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
export function receiverOf(data: Encoded, edge: EdgeRef): number {
  const to = data.edges.targets[targetOf(data, edge)]?.[1] ?? -1;
  return to === -1 ? edge.from : to;
}

/** `test2@bridge`, as in the edge's label. */
export const targetLabelOf = (data: Encoded, edge: EdgeRef): string =>
  data.edges.texts[data.edges.targets[targetOf(data, edge)]?.[0] ?? -1] ?? '';

/** `test1 -> test2@bridge` */
export const labelOf = (data: Encoded, edge: EdgeRef): string =>
  `${data.endpoints[edge.from]?.id} -> ${targetLabelOf(data, edge)}`;

/** The edge as it was before it was encoded, but for its time, which is rounded. */
export function verdictOf(data: Encoded, edge: EdgeRef): Verdict {
  const { endpoints, chapters, edges } = data;
  const shape = edges.shapes[shapeOf(data, edge)] ?? [];
  const text = (index: number | undefined): string | undefined => edges.texts[index ?? -1];
  const network = text(edges.targets[targetOf(data, edge)]?.[2]);
  const address = text(shape[SHAPE.address]);
  const from = endpoints[edge.from]!;
  const to = endpoints[receiverOf(data, edge)]!;
  const values = slotValues(from, to, network, address ?? '');
  const filled = (place: number): string | undefined => {
    const template = text(shape[place]);
    return template === undefined ? undefined : fillSlots(template, values);
  };
  const parsed = (place: number): unknown => JSON.parse(filled(place) ?? 'null');
  const optional = {
    address,
    command: filled(SHAPE.command),
    hint: filled(SHAPE.hint),
    cause: text(shape[SHAPE.cause]),
    network,
  };
  return {
    status: STATUSES[shape[SHAPE.status] ?? 0]!,
    chapter: chapters[shape[SHAPE.chapter] ?? -1]?.id ?? '',
    kind: 'edge',
    subject: labelOf(data, edge),
    expected: filled(SHAPE.expected) ?? '',
    measured: filled(SHAPE.measured) ?? '',
    detail: filled(SHAPE.detail) ?? '',
    reasons: shape.slice(SHAPE.reasons).map((_, index) => parsed(SHAPE.reasons + index) as Reason),
    ms: (edges.rows[edge.from]?.[edge.at * PER_EDGE + 2] ?? 0) / 10,
    from: from.id,
    to: to.id,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}
