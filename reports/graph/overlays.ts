import { boxOf } from './box';
import type { Graph } from './graph';
import type { PlacedHost, PlacedItem, Rectangle } from './placed';
import type { GraphWords } from './words';

/** Room left of an overlay, for the word at a link that is not as declared. */
const GAP = 80;

/** The graph without its overlays: Graphviz knows no box that is as high as several frames. */
export const withoutOverlays = (graph: Graph): Graph => ({
  ...graph,
  items: graph.items.filter(({ kind }) => kind !== 'overlay'),
  links: graph.links.filter(({ kind }) => kind !== 'overlay'),
});

/** Places the overlays right of the frames, side by side, each along all the nodes that it spans. */
export function placeOverlays(
  { items }: Graph,
  hosts: readonly PlacedHost[],
  words: GraphWords,
): PlacedItem[] {
  let x = Math.ceil(Math.max(0, ...hosts.map(({ box }) => box.x + box.width))) + GAP;
  return items
    .filter(({ kind }) => kind === 'overlay')
    .map((item) => {
      const { lines, width, height } = boxOf(item, words);
      const spanned = hosts.filter(({ host }) => item.spans?.includes(host.name));
      const box = { x, width, ...along(spanned.length === 0 ? hosts : spanned, height) };
      x += width + GAP;
      return { item, lines, box };
    });
}

function along(hosts: readonly PlacedHost[], least: number): Pick<Rectangle, 'y' | 'height'> {
  const y = Math.min(...hosts.map(({ box }) => box.y));
  const end = Math.max(...hosts.map(({ box }) => box.y + box.height));
  return { y, height: Math.max(least, round(end - y)) };
}

const round = (value: number): number => Math.round(value * 10) / 10;
