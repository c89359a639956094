import type { Line } from './box';
import type { GraphLink, Host, Item } from './graph';

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

/** The line of a link: a Bézier curve of four points, the tip of its arrow, and the middle of its text. */
export interface Route {
  readonly curve: readonly [Point, Point, Point, Point];
  readonly tip?: Point;
  readonly label: Point;
}

export interface PlacedLink extends Route {
  readonly link: GraphLink;
  readonly text: string;
}
