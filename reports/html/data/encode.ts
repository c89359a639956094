import type { Verdict } from '../../../checks/result';
import { PER_EDGE, STATUSES } from './shape';
import { emptySlots, slotValues } from './slots';
import type { EncodedEdges, ReportEndpoint } from './types';

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
  const targets = new Table<readonly [number, number, number]>();
  const shapes = new Table<readonly number[]>();
  const indices = new Map(endpoints.map(({ id }, index) => [id, index]));
  const chapterIndices = new Map(chapters.map(({ id }, index) => [id, index]));
  const text = (value: string | undefined): number =>
    value === undefined ? -1 : texts.place(value, value);
  const rows: number[][] = endpoints.map(() => []);

  for (const verdict of verdicts) {
    const from = indices.get(verdict.from ?? '');
    if (verdict.kind !== 'edge' || from === undefined) continue;
    const toIndex = indices.get(verdict.to ?? '') ?? -1;
    const { network } = verdict;
    const label = verdict.subject.replace(`${verdict.from} -> `, '');
    const target = [text(label), toIndex === from ? -1 : toIndex, text(network)] as const;
    const values = slotValues(endpoints[from]!, endpoints[toIndex], network, verdict.address ?? '');
    const slotted = (value: string | undefined): number =>
      value === undefined ? -1 : text(emptySlots(value, values));
    const shape = [
      STATUSES.indexOf(verdict.status),
      chapterIndices.get(verdict.chapter) ?? -1,
      // The address is what fills the slots of the others: it has none of its own.
      text(verdict.address),
      slotted(verdict.expected),
      slotted(verdict.measured),
      slotted(verdict.detail),
      slotted(verdict.command),
      slotted(verdict.hint),
      text(verdict.cause),
      ...verdict.reasons.map((reason) => slotted(JSON.stringify(reason))),
    ];
    rows[from]!.push(
      targets.place(target.join(), target),
      shapes.place(shape.join(), shape),
      Math.round(verdict.ms * 10),
    );
  }
  return { texts: texts.values, targets: targets.values, shapes: shapes.values, rows };
}

export const edgeCount = ({ rows }: EncodedEdges): number =>
  rows.reduce((sum, row) => sum + row.length / PER_EDGE, 0);
