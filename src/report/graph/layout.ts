import type { Viz } from '@viz-js/viz';
import { boxOf, hostLine, linkText } from './box';
import { dot } from './dot';
import type { Graph } from './graph';
import { placeOverlays, withoutOverlays } from './overlays';
import type { Layout, PlacedHost, PlacedItem, Point } from './placed';
import { bowRoom, route } from './route';
import type { GraphWords } from './words';

/** What Graphviz's `json` format says, as far as it is read. Its y goes up. */
interface Placed {
  readonly bb: string;
  readonly objects?: readonly {
    readonly name: string;
    readonly bb?: string;
    readonly pos?: string;
  }[];
}

const MARGIN = 16;
let viz: Promise<Viz> | undefined;

/** Lets Graphviz place the graph. The same graph gets the same layout. */
export async function layout(graph: Graph, words: GraphWords): Promise<Layout> {
  viz ??= import('@viz-js/viz').then(({ instance }) => instance());
  const rest = withoutOverlays(graph);
  // The title is not part of the picture: whoever shows it has a heading of its own.
  const placed = (await viz).renderJSON(dot({ ...rest, title: '' }, words)) as Placed;
  const [, , width = 0, height = 0] = numbers(placed.bb);
  const at = (x: number, y: number): Point => ({
    x: round(x + MARGIN),
    y: round(height - y + MARGIN),
  });
  const objects = new Map(placed.objects?.map((object) => [object.name, object]));
  const inFrames = rest.items.map((item): PlacedItem => {
    const [x = 0, y = 0] = numbers(objects.get(item.id)?.pos);
    const { lines, ...size } = boxOf(item, words);
    return { item, lines, box: { ...at(x - size.width / 2, y + size.height / 2), ...size } };
  });
  const bows = graph.links.filter(({ kind }) => kind === 'link');
  const room = Math.max(0, ...bows.map((link) => bowRoom(linkText(link, words))));
  const frames = graph.hosts.map(({ name }) => numbers(objects.get(`cluster_${name}`)?.bb));
  const right = Math.max(0, ...frames.map(([, , x2 = 0]) => x2)) + room;
  const hosts = graph.hosts.map((host, index): PlacedHost => {
    const [x1 = 0, y1 = 0, , y2 = 0] = frames[index] ?? [];
    const size = { width: round(right - x1), height: round(y2 - y1) };
    return { host, heading: hostLine(host, words), box: { ...at(x1, y2), ...size } };
  });
  const overlays = placeOverlays(graph, hosts, inFrames, words);
  const items = [...inFrames, ...overlays];
  const boxes = new Map(items.map(({ item, box }) => [item.id, box]));
  const ends = overlays.map(({ box }) => box.x + box.width - MARGIN);
  const bottoms = overlays.map(({ box }) => box.y + box.height - MARGIN);
  return {
    width: Math.ceil(Math.max(width, right, ...ends) + 2 * MARGIN),
    height: Math.ceil(Math.max(height, ...bottoms) + 2 * MARGIN),
    hosts,
    items,
    links: graph.links.flatMap((link) => {
      const [from, to] = [boxes.get(link.from), boxes.get(link.to)];
      if (from === undefined || to === undefined) return [];
      const text = linkText(link, words);
      const lane = overlays.findIndex(({ item }) => item.id === link.from);
      return [{ link, text, ...route(link, text, [from, to], lane) }];
    }),
  };
}

const numbers = (text: string | undefined): number[] =>
  text === undefined || text === '' ? [] : text.split(',').map(Number);

const round = (value: number): number => Math.round(value * 10) / 10;
