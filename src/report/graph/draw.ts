import { isBold, LINE_HEIGHTS, PADDING, SIZES, type Line } from './box';
import type { Layout, PlacedHost, PlacedItem, PlacedLink, Point } from './placed';

/** An SVG element, to be written as text or made in a page; text is never markup. */
export interface Drawing {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Drawing | string)[];
}

const ARROW = 7;
const PLUG = 3.5;

/** Draws a layout: frames, then links, then items. What it looks like is up to the style sheet. */
export function draw(layout: Layout): Drawing[] {
  return [
    ...layout.hosts.map(hostFrame),
    ...layout.links.map(linkLine),
    ...layout.items.map(itemBox),
    ...layout.links.flatMap(linkLabel),
  ];
}

export const element = (
  tag: string,
  attributes: Drawing['attributes'],
  ...children: Drawing['children']
): Drawing => ({ tag, attributes, children });

function hostFrame({ host, heading, box }: PlacedHost): Drawing {
  const { x, y, width, height } = box;
  const text = { x: x + 16, y: y + 23 };
  return element(
    'g',
    { class: `host ${host.mark}` },
    element('rect', { class: 'frame', x, y, width, height, rx: 12 }),
    element(
      'text',
      text,
      element('tspan', { class: 'name', 'font-size': SIZES.name }, heading.name),
      element('tspan', { class: 'fact', dx: 10, 'font-size': SIZES.fact }, heading.rest),
    ),
  );
}

function itemBox({ item, lines, box }: PlacedItem): Drawing {
  const { x, y, width, height } = box;
  const text = lines.reduce((sum, { role }) => sum + LINE_HEIGHTS[role], 0);
  // In the middle: an overlay is higher than its text.
  let top = y + (height - text) / 2;
  const texts = lines.map((line) => {
    const baseline = top + LINE_HEIGHTS[line.role] * 0.75;
    top += LINE_HEIGHTS[line.role];
    return textLine(line, x + PADDING.x, baseline);
  });
  return element(
    'g',
    { class: `item ${item.kind} ${item.mark}`, 'data-id': item.id },
    element('title', {}, lines.map(({ full }) => full).join('\n')),
    element('rect', { class: 'box', x, y, width, height, rx: item.kind === 'container' ? 8 : 4 }),
    ...(item.kind === 'group' ? [stackShadow(box)] : []),
    ...texts,
  );
}

/** A second edge below and right of the box: there is more than one. */
const stackShadow = ({ x, y, width, height }: PlacedItem['box']): Drawing =>
  element('path', {
    class: 'shadow',
    d: `M${x + 6} ${y + height + 3}H${x + width + 3}V${y + 6}`,
  });

const textLine = ({ text, role }: Line, x: number, y: number): Drawing =>
  element(
    'text',
    { class: role, x, y: Math.round(y * 10) / 10, 'font-size': SIZES[role], ...weight(role) },
    text,
  );

const weight = (role: Line['role']): Drawing['attributes'] =>
  isBold(role) ? { 'font-weight': 600 } : {};

function linkLine({ link, curve, tip }: PlacedLink): Drawing {
  const [start, one, two, end] = curve.map(({ x, y }) => `${x} ${y}`);
  return element(
    'g',
    { class: `wire ${link.kind} ${link.mark}`, 'data-id': link.id },
    element('path', { class: 'line', d: `M${start}C${one} ${two} ${end}` }),
    ...(tip === undefined ? [] : [arrow(curve[3], tip)]),
    ...(link.kind === 'overlay' ? [plug(curve[3])] : []),
  );
}

/** Where a link ends at an overlay; one that only passes behind it has none there. */
const plug = ({ x, y }: Point): Drawing =>
  element('circle', { class: 'arrow', cx: x - PLUG, cy: y, r: PLUG });

function linkLabel({ link, text, label }: PlacedLink): Drawing[] {
  if (text === '') return [];
  return [
    element(
      'text',
      {
        class: `label ${link.kind} ${link.mark}`,
        x: label.x,
        y: Math.round(label.y * 10 + 40) / 10,
        'text-anchor': 'middle',
        'font-size': SIZES.fact,
      },
      text,
    ),
  ];
}

/** A triangle at `tip` that comes from `from`, or from the left where that is the same point. */
function arrow(from: Point, tip: Point): Drawing {
  const angle = Math.atan2(tip.y - from.y, tip.x - from.x);
  const corner = (turn: number): string => {
    const x = tip.x - ARROW * Math.cos(angle + turn);
    const y = tip.y - ARROW * Math.sin(angle + turn);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  };
  return element('path', {
    class: 'arrow',
    d: `M${tip.x} ${tip.y}L${corner(0.45)}L${corner(-0.45)}Z`,
  });
}
