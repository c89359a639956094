import { SIZES } from './box';
import type { GraphLink } from './graph';
import type { Point, Rectangle, Route } from './placed';
import { textWidth } from './text-width';

const ARROW = 7;
const GAP = 8;
/** Lines of one container to several overlays. */
const LANES = { count: 6, distance: 6 } as const;
/** How far a bow stands off, and what it gains with the distance of its ends. */
const BOW = { least: 26, most: 64, share: 0.16 } as const;

/**
 * The line of a link between two boxes. Graphviz finds the places; its lines have to get around boxes, whereas
 * these go straight and behind them, which is calmer.
 *
 * @param lane Which of the overlays a link leads to
 */
export function route(
  { kind }: GraphLink,
  text: string,
  [from, to]: readonly [Rectangle, Rectangle],
  lane: number,
): Route {
  const width = textWidth(text, SIZES.fact);
  switch (kind) {
    case 'veth':
      return straight(from, to, width);
    case 'link':
      return bow(from, to, width);
    case 'publish': {
      // Beside the line of the attachment, which ends in the middle.
      const line = sideways(from, to, 0.78);
      const end = line.curve[3];
      const x = round(end.x - ARROW - GAP - width / 2);
      return { ...line, tip: { x: to.x, y: end.y }, label: { x, y: round(end.y + 13) } };
    }
    case 'overlay':
      return level(to, from, width, lane);
    case 'lan':
    case 'uplink':
    case 'attachment':
    case 'shares':
      return sideways(from, to, 0.5);
  }
}

/** Room right of the boxes of a column that a bow and its text need. */
export const bowRoom = (text: string): number =>
  Math.ceil(BOW.most * 0.75 + GAP + textWidth(text, SIZES.fact));

/** An S from the right side of one box to the left side of the other; `height` is the share of the boxes' heights. */
function sideways(from: Rectangle, to: Rectangle, height: number): Route {
  const start = { x: round(from.x + from.width), y: round(from.y + from.height * height) };
  const end = { x: to.x, y: round(to.y + to.height * height) };
  const x = round((start.x + end.x) / 2);
  return {
    curve: [start, { x, y: start.y }, { x, y: end.y }, end],
    label: { x, y: round((start.y + end.y) / 2) },
  };
}

/** Level from a container to an overlay, its text above the end. */
function level(container: Rectangle, overlay: Rectangle, width: number, lane: number): Route {
  const lanes = (lane % LANES.count) * LANES.distance;
  const y = round(container.y + container.height * 0.25 + lanes);
  const start = { x: round(container.x + container.width), y };
  const end = { x: round(overlay.x), y };
  const label = { x: round(end.x - GAP - width / 2), y: y - GAP };
  return { curve: [start, start, end, end], label };
}

function straight(from: Rectangle, to: Rectangle, width: number): Route {
  const [a, b] = [middle(from), middle(to)];
  const x = round((a.x + b.x) / 2 + GAP + width / 2);
  return { curve: [a, a, b, b], label: { x, y: round((a.y + b.y) / 2) } };
}

/** A bow right of two boxes of one column, to where the arrow ends. */
function bow(from: Rectangle, to: Rectangle, width: number): Route {
  const start = { x: round(from.x + from.width), y: round(from.y + from.height / 2) };
  const tip = { x: round(to.x + to.width), y: round(to.y + to.height / 2) };
  const end = { x: tip.x + ARROW, y: tip.y };
  const far = Math.min(BOW.most, BOW.least + Math.abs(tip.y - start.y) * BOW.share);
  const x = round(Math.max(start.x, tip.x) + far);
  // At its middle the curve is three quarters of the way to its control points.
  const right = Math.max(start.x, tip.x) + far * 0.75;
  return {
    curve: [start, { x, y: start.y }, { x, y: end.y }, end],
    tip,
    label: { x: round(right + GAP + width / 2), y: round((start.y + end.y) / 2) },
  };
}

const middle = ({ x, y, width, height }: Rectangle): Point => ({
  x: round(x + width / 2),
  y: round(y + height / 2),
});

const round = (value: number): number => Math.round(value * 10) / 10;
