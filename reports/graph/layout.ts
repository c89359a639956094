import { instance, type Viz } from '@viz-js/viz';
import { boxOf, hostLine, linkText, SIZES, type Line } from './box';
import { dot } from './dot';
import type { Graph, GraphLink, Host, Item } from './graph';
import { textWidth } from './text-width';
import type { GraphWords } from './words';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rectangle extends Point {
  readonly width: number;
  readonly height: number;
}

/** The graph with a place for everything, in pixels from the upper left corner. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly hosts: readonly PlacedHost[];
  readonly items: readonly PlacedItem[];
  readonly links: readonly PlacedLink[];
}

export interface PlacedHost {
  readonly host: Host;
  readonly heading: { readonly name: string; readonly rest: string };
  readonly box: Rectangle;
}

export interface PlacedItem {
  readonly item: Item;
  readonly lines: readonly Line[];
  readonly box: Rectangle;
}

export interface PlacedLink {
  readonly link: GraphLink;
  /** Bézier curve: a start, then three points a segment. */
  readonly curve: readonly Point[];
  /** Where an arrow ends. */
  readonly tip?: Point;
  readonly text: string;
  /** Middle of the text. */
  readonly label?: Point;
}

/** What Graphviz's `json` format says, as far as it is read. */
interface Placed {
  readonly bb: string;
  readonly objects?: readonly {
    readonly name: string;
    readonly bb?: string;
    readonly pos?: string;
  }[];
  readonly edges?: readonly { readonly id?: string; readonly pos?: string; readonly lp?: string }[];
}

const MARGIN = 16;
const GAP = 8;
let viz: Promise<Viz> | undefined;

/** Lets Graphviz place the graph. The same graph gets the same layout. */
export async function layout(graph: Graph, words: GraphWords): Promise<Layout> {
  viz ??= instance();
  // The title is not part of the picture: whoever shows it has a heading of its own.
  const placed = (await viz).renderJSON(dot({ ...graph, title: '' }, words)) as Placed;
  const [, , width = 0, height = 0] = numbers(placed.bb);
  const at = (x: number, y: number): Point => ({
    x: round(x + MARGIN),
    y: round(height - y + MARGIN),
  });
  const objects = new Map(placed.objects?.map((object) => [object.name, object]));
  const edges = new Map(placed.edges?.map((edge) => [edge.id, edge]));
  const items = graph.items.map((item) =>
    place(item, numbers(objects.get(item.id)?.pos), at, words),
  );
  const room = labelRoom(graph, words);
  const boxes = new Map(items.map(({ item, box }) => [item.id, box]));
  return {
    width: Math.ceil(width + room + 2 * MARGIN),
    height: Math.ceil(height + 2 * MARGIN),
    hosts: graph.hosts.map((host) => {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbers(objects.get(`cluster_${host.name}`)?.bb);
      const size = { width: round(x2 - x1 + room), height: round(y2 - y1) };
      return { host, heading: hostLine(host, words), box: { ...at(x1, y2), ...size } };
    }),
    items,
    links: graph.links.map((link) => {
      const edge = edges.get(link.id);
      const text = linkText(link, words);
      const [x, y] = numbers(edge?.lp);
      const line = sideways(link, boxes) ?? curveOf(edge?.pos ?? '', at);
      const middle = x === undefined || y === undefined ? undefined : at(x, y);
      const label = link.kind === 'link' ? besides(line.curve, text) : middle;
      return { link, text, ...line, ...(label === undefined ? {} : { label }) };
    }),
  };
}

/** A link's name stands right of its bow, which is the last thing on a node's right side. */
function besides(curve: readonly Point[], text: string): Point | undefined {
  const [first, last] = [curve[0], curve.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const right = Math.max(...curve.map(({ x }) => x));
  return {
    x: round(right + GAP + textWidth(text, SIZES.fact) / 2),
    y: round((first.y + last.y) / 2),
  };
}

/** What the names of links need besides what Graphviz leaves free. */
function labelRoom({ links }: Graph, words: GraphWords): number {
  const widths = links
    .filter(({ kind }) => kind === 'link')
    .map((link) => textWidth(linkText(link, words), SIZES.fact));
  return widths.length === 0 ? 0 : Math.ceil(Math.max(...widths)) + 2 * GAP;
}

function place(
  item: Item,
  [x = 0, y = 0]: readonly number[],
  at: (x: number, y: number) => Point,
  words: GraphWords,
): PlacedItem {
  const { lines, ...size } = boxOf(item, words);
  return { item, lines, box: { ...at(x - size.width / 2, y + size.height / 2), ...size } };
}

/** From one column to the next nothing is in the way: an S from side to side, calmer than Graphviz's own. */
function sideways(
  { kind, from, to }: GraphLink,
  boxes: ReadonlyMap<string, Rectangle>,
): Pick<PlacedLink, 'curve'> | undefined {
  const [a, b] = [boxes.get(from), boxes.get(to)];
  if (!['lan', 'uplink', 'attachment'].includes(kind) || a === undefined || b === undefined) {
    return undefined;
  }
  const start = { x: round(a.x + a.width), y: round(a.y + a.height / 2) };
  const end = { x: b.x, y: round(b.y + b.height / 2) };
  const middle = round((start.x + end.x) / 2);
  return { curve: [start, { x: middle, y: start.y }, { x: middle, y: end.y }, end] };
}

/** Graphviz's spline: `e,x,y` is where an arrow ends, the rest are points. */
function curveOf(
  pos: string,
  at: (x: number, y: number) => Point,
): Pick<PlacedLink, 'curve' | 'tip'> {
  const parts = pos.split(' ').filter((part) => part !== '');
  const point = (part: string): Point => {
    const [x = 0, y = 0] = numbers(part);
    return at(x, y);
  };
  const curve = parts.filter((part) => /^[-\d]/.test(part)).map(point);
  const end = parts.find((part) => part.startsWith('e,'));
  const start = parts.find((part) => part.startsWith('s,'));
  if (end !== undefined) return { curve, tip: point(end.slice(2)) };
  // Within a column Graphviz may turn an edge around.
  if (start !== undefined) return { curve: curve.reverse(), tip: point(start.slice(2)) };
  return { curve };
}

const numbers = (text: string | undefined): number[] =>
  text === undefined || text === '' ? [] : text.split(',').map(Number);

const round = (value: number): number => Math.round(value * 10) / 10;
