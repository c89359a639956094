import type { Status } from '../../../checks/result';
import {
  edgesFrom,
  receiverOf,
  shapeOf,
  targetLabelOf,
  verdictOf,
  type EdgeRef,
} from '../data/decode';
import { SHAPE, STATUSES } from '../data/shape';
import type { ReportData } from '../data/types';
import type { View } from './state';

/** What one endpoint can do to another, over the edges that the filters let through. */
export interface Cell {
  readonly edges: EdgeRef[];
  readonly predicted: Sign;
  readonly measured: Sign;
}

/** Every way arrives, none does, some do; something differs, something was not measured. */
export type Sign = '+' | '-' | '~' | '!' | '?';

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
  readonly expected: string;
  readonly measured: string;
}

/** A refusal is an answer: the packet was there. */
const arrives = (outcome: string): boolean => outcome === 'reachable' || outcome === 'refused';

const firstWord = (text: string): string => /^[\w-]*/.exec(text)?.[0] ?? '';

export function shapeFacts(data: ReportData): ShapeFacts[] {
  const { shapes, texts } = data.edges;
  return shapes.map((shape) => ({
    status: STATUSES[shape[SHAPE.status] ?? 0] ?? 'error',
    chapter: data.chapters[shape[SHAPE.chapter] ?? -1]?.id ?? '',
    expected: firstWord(texts[shape[SHAPE.expected] ?? -1] ?? ''),
    measured: firstWord(texts[shape[SHAPE.measured] ?? -1] ?? ''),
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
      const to = receiverOf(data, edge);
      if (view.to !== '' && data.endpoints[to]?.id !== view.to) continue;
      if (!sender && !targetLabelOf(data, edge).toLowerCase().includes(wanted)) continue;
      edges.push(edge);
      columns.add(to);
      draft(row, to, edge, facts[shape]!);
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
  return view.outcome === '' || (measured === '' ? expected : measured) === view.outcome;
}

function structureOf({ structure }: ReportData, view: View, wanted: string) {
  if (view.outcome !== '' || view.from !== '') return [];
  return structure.filter(
    ({ status, chapter, to, subject }) =>
      (view.status === '' || view.status === status) &&
      (view.chapter === '' || view.chapter === chapter) &&
      (view.to === '' || view.to === to) &&
      subject.toLowerCase().includes(wanted),
  );
}

interface Draft {
  readonly edges: EdgeRef[];
  predicted: number;
  measured: number;
  fails: number;
  unknown: number;
}

function draft(row: Map<number, Draft>, to: number, edge: EdgeRef, facts: ShapeFacts): void {
  const one = row.get(to) ?? { edges: [], predicted: 0, measured: 0, fails: 0, unknown: 0 };
  row.set(to, one);
  one.edges.push(edge);
  if (arrives(facts.expected)) one.predicted += 1;
  if (arrives(facts.measured)) one.measured += 1;
  if (facts.status === 'fail') one.fails += 1;
  else if (facts.status !== 'pass') one.unknown += 1;
}

const finish = ([to, one]: readonly [number, Draft]): [number, Cell] => {
  const { edges, predicted, measured, fails, unknown } = one;
  const all = edges.length;
  return [
    to,
    {
      edges,
      predicted: sign(predicted, all),
      measured: fails > 0 ? '!' : unknown > 0 ? '?' : sign(measured, all),
    },
  ];
};

const sign = (reaching: number, all: number): Sign =>
  reaching === all ? '+' : reaching === 0 ? '-' : '~';

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
