import type { Status } from '../../../verdict/result';
import { isOpen, type Outcome } from '../../../topology/edge';
import {
  count,
  measuredMarks,
  noTallies,
  predictedMarks,
  type Marks,
  type Tallies,
} from '../../matrix/marks';
import { statementIn } from '../../../i18n/catalogue';
import {
  edgesFrom,
  receiverOf,
  shapeOf,
  targetLabelOf,
  targetOf,
  verdictOf,
  wayOf,
  type EdgeRef,
  type WayRef,
} from '../data/decode';
import { OUTCOMES, SHAPE, STATUSES } from '../data/shape';
import type { ReportData } from '../data/types';
import type { View } from './state';

/** What one endpoint can do to another, over the edges that the filters let through. */
export interface Cell {
  readonly edges: readonly EdgeRef[];
  readonly predicted: Marks;
  readonly measured: Marks;
}

export interface Matches {
  readonly edges: readonly EdgeRef[];
  /** By sender, then receiver. */
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, Cell>>;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly structure: ReportData['structure'];
}

/** What is looked up often, of one shape of edge. */
interface ShapeFacts {
  readonly status: Status;
  readonly chapter: string;
  readonly expected: Outcome | undefined;
  readonly measured: Outcome | undefined;
}

export function shapeFacts(data: ReportData): ShapeFacts[] {
  const outcome = (place: number | undefined): Outcome | undefined => OUTCOMES[place ?? -1];
  return data.edges.shapes.map((shape) => ({
    status: STATUSES[shape[SHAPE.status] ?? 0] ?? 'error',
    chapter: data.chapters[shape[SHAPE.chapter] ?? -1]?.id ?? '',
    expected: outcome(shape[SHAPE.outcome]),
    measured: outcome(shape[SHAPE.measured]),
  }));
}

/** The edges and statements that the filters let through, and the matrix of them. */
export function matchesOf(data: ReportData, facts: readonly ShapeFacts[], view: View): Matches {
  const wanted = view.text.trim().toLowerCase();
  const edges: EdgeRef[] = [];
  const cells = new Map<number, Map<number, Draft>>();
  const columns = new Set<number>();
  const fits = facts.map((one) => fitsShape(one, view));
  data.endpoints.forEach(({ id }, from) => {
    if (view.from !== '' && view.from !== id) return;
    const sender = id.toLowerCase().includes(wanted);
    const row = new Map<number, Draft>();
    const count = edgesFrom(data, from);
    for (let at = 0; at < count; at += 1) {
      const edge = { from, at };
      const shape = shapeOf(data, edge);
      if (fits[shape] !== true) continue;
      if (view.to !== '' && !leadsTo(data, edge, view.to)) continue;
      if (!sender && !targetLabelOf(data, edge).toLowerCase().includes(wanted)) continue;
      edges.push(edge);
      const way = wayOf(data, targetOf(data, edge), from);
      for (const one of way.to) {
        columns.add(one);
        draft(row, one, edge, way, facts[shape]!);
      }
    }
    if (row.size > 0) cells.set(from, row);
  });
  return {
    edges,
    cells: new Map([...cells].map(([from, row]) => [from, new Map([...row].map(finish))])),
    rows: [...cells.keys()],
    columns: [...columns].sort((a, b) => a - b),
    structure: structureOf(data, view, wanted),
  };
}

function fitsShape({ status, chapter, expected, measured }: ShapeFacts, view: View): boolean {
  if (view.status !== '' && view.status !== status) return false;
  if (view.chapter !== '' && view.chapter !== chapter) return false;
  return view.outcome === '' || (measured ?? expected) === view.outcome;
}

function structureOf({ structure }: ReportData, view: View, wanted: string) {
  if (view.outcome !== '' || view.from !== '') return [];
  return structure.filter(
    ({ status, chapter, to, statement }) =>
      (view.status === '' || view.status === status) &&
      (view.chapter === '' || view.chapter === chapter) &&
      (view.to === '' || view.to === to) &&
      statementIn(view.lang, statement).toLowerCase().includes(wanted),
  );
}

/** True for an edge that asks for an endpoint, or leads to it. */
const leadsTo = (data: ReportData, edge: EdgeRef, id: string): boolean =>
  [receiverOf(data, edge), ...wayOf(data, targetOf(data, edge), edge.from).to].some(
    (one) => data.endpoints[one]?.id === id,
  );

interface Draft {
  readonly edges: EdgeRef[];
  readonly tallies: Tallies;
}

function draft(
  row: Map<number, Draft>,
  to: number,
  edge: EdgeRef,
  { aspect, counts }: WayRef,
  { status, expected, measured }: ShapeFacts,
): void {
  const one = row.get(to) ?? { edges: [], tallies: noTallies() };
  row.set(to, one);
  one.edges.push(edge);
  count(one.tallies[aspect], {
    status,
    counts,
    predicted: expected === 'reachable',
    open: expected !== undefined && isOpen(expected),
    measured: measured === 'reachable',
  });
}

const finish = ([to, { edges, tallies }]: readonly [number, Draft]): [number, Cell] => [
  to,
  { edges, predicted: predictedMarks(tallies), measured: measuredMarks(tallies) },
];

/** The edge of a label, if the lab has it. */
export function findEdge(data: ReportData, label: string): EdgeRef | undefined {
  const cut = label.indexOf(' -> ');
  const from = data.endpoints.findIndex(({ id }) => id === label.slice(0, cut));
  if (cut < 0 || from < 0) return undefined;
  const target = label.slice(cut + ' -> '.length);
  const count = edgesFrom(data, from);
  for (let at = 0; at < count; at += 1) {
    if (targetLabelOf(data, { from, at }) === target) return { from, at };
  }
  return undefined;
}

/** Edges and statements that differ or were not examined. */
export function differencesOf(data: ReportData, matches: Matches) {
  const wrong = (status: Status): boolean => status === 'fail' || status === 'error';
  const facts = shapeFacts(data);
  return [
    ...matches.structure.filter(({ status }) => wrong(status)),
    ...matches.edges
      .filter((edge) => wrong(facts[shapeOf(data, edge)]!.status))
      .map((edge) => verdictOf(data, edge)),
  ];
}
