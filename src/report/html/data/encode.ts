import { isEdge, type EdgeVerdict, type Verdict } from '../../../verdict/result';
import { ASPECTS, waysOf, type Way } from '../../matrix/ways';
import { OUTCOMES, STATUSES } from './shape';
import { emptySlots, slotValues } from './slots';
import type { EncodedEdges, EncodedTarget, ReportEndpoint } from './types';

/** Values that occur many times, kept once. */
class Table<T> {
  readonly values: T[] = [];
  private readonly places = new Map<string, number>();

  place(key: string, value: T): number {
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.values.length);
    return this.values.push(value) - 1;
  }
}

/** Encodes the edges among the verdicts; `decode.ts` gives them back. */
export function encodeEdges(
  verdicts: readonly Verdict[],
  endpoints: readonly ReportEndpoint[],
  chapters: readonly { readonly id: string }[],
): EncodedEdges {
  const texts = new Table<string>();
  const targets = new Table<EncodedTarget>();
  const shapes = new Table<readonly number[]>();
  const indices = new Map(endpoints.map(({ id }, index) => [id, index]));
  const chapterIndices = new Map(chapters.map(({ id }, index) => [id, index]));
  const text = (value: string | undefined): number =>
    value === undefined ? -1 : texts.place(value, value);
  const rows: number[][] = endpoints.map(() => []);
  const edges = verdicts.filter(isEdge);
  const ways = waysOf(edges);

  edges.forEach((verdict, index) => {
    const from = indices.get(verdict.from);
    if (from === undefined) return;
    const target = targetOf(verdict, ways[index]!, indices);
    const to = endpoints[indices.get(verdict.to) ?? -1];
    const values = slotValues(endpoints[from]!, to, verdict.network, verdict.address ?? '');
    const slotted = (value: string | undefined): number =>
      value === undefined ? -1 : text(emptySlots(value, values));
    const json = (value: unknown): number => slotted(JSON.stringify(value));
    const { found } = verdict;
    const { outcome, answeredBy, hops, reasons } = verdict.prediction;
    const shape = [
      STATUSES.indexOf(verdict.status),
      chapterIndices.get(verdict.chapter) ?? -1,
      // The address is what fills the slots of the others: it has none of its own.
      text(verdict.address),
      OUTCOMES.indexOf(outcome),
      json(found),
      found?.outcome === undefined ? -1 : OUTCOMES.indexOf(found.outcome),
      verdict.detail === '' ? -1 : json(verdict.detail),
      slotted(verdict.command),
      verdict.hint === undefined ? -1 : json(verdict.hint),
      text(verdict.cause),
      json(answeredBy),
      json(hops),
      ...reasons.map(json),
    ];
    rows[from]!.push(
      targets.place(JSON.stringify(target), target),
      shapes.place(shape.join(), shape),
      Math.round(verdict.ms * 10),
    );
  });
  return { texts: texts.values, targets: targets.values, shapes: shapes.values, rows };
}

/** The sender itself is -1, so that its own addresses are one target for all. */
function targetOf(
  { edge: { from, target }, to }: EdgeVerdict,
  { aspect, counts, to: all }: Way,
  indices: ReadonlyMap<string, number>,
): EncodedTarget {
  const place = (id: string): number => (id === from ? -1 : (indices.get(id) ?? -1));
  return [target, place(to), ASPECTS.indexOf(aspect), counts ? 1 : 0, ...all.map(place)];
}
