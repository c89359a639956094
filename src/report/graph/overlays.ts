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

/**
 * Places the overlays right of the frames, side by side, each no higher than what it joins; one that joins nothing is
 * beside the first node that it spans.
 */
export function placeOverlays(
  { items, links }: Graph,
  hosts: readonly PlacedHost[],
  inFrames: readonly PlacedItem[],
  words: GraphWords,
): PlacedItem[] {
  let x = Math.ceil(Math.max(0, ...hosts.map(({ box }) => box.x + box.width))) + GAP;
  return items
    .filter(({ kind }) => kind === 'overlay')
    .map((item) => {
      const { lines, width, height } = boxOf(item, words);
      const joined = links.filter(({ from }) => from === item.id).map(({ to }) => to);
      const members = inFrames.filter((one) => joined.includes(one.item.id));
      const [first] = hosts.filter(({ host }) => item.spans?.includes(host.name));
      const top = first ?? hosts[0];
      const box = {
        x,
        width,
        ...(members.length === 0
          ? { y: top?.box.y ?? 0, height }
          : along(
              members.map((one) => one.box),
              height,
            )),
      };
      x += width + GAP;
      return { item, lines, box };
    });
}

function along(boxes: readonly Rectangle[], least: number): Pick<Rectangle, 'y' | 'height'> {
  const y = Math.min(...boxes.map((box) => box.y));
  const end = Math.max(...boxes.map((box) => box.y + box.height));
  return { y, height: Math.max(least, round(end - y)) };
}

const round = (value: number): number => Math.round(value * 10) / 10;
