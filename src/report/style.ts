import type { Status } from '../verdict/result';

/** How lines look that a terminal shows. */
export interface Style {
  /** Columns. */
  readonly width: number;
  readonly sign: Readonly<Record<Status, string>>;
  readonly paint: Readonly<Record<Status, (text: string) => string>>;
}
