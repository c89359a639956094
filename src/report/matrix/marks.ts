import type { Status } from '../../verdict/result';
import { ASPECTS, type Aspect } from './ways';

/**
 * What one endpoint can do to another in one respect: `+` all ways reach, `~` some do, `-` none does; `!` something
 * differs, `?` something was not measured; `.` nobody asks.
 */
export type Mark = '+' | '~' | '-' | '!' | '?' | '.';

/** A mark for each of `ASPECTS`. */
export type Marks = readonly [Mark, Mark, Mark];

/** What is counted in one respect. */
export interface Tally {
  all: number;
  predicted: number;
  /** Predicted to be nobody's to know. */
  open: number;
  measured: number;
  differs: number;
  unknown: number;
}

export type Tallies = Readonly<Record<Aspect, Tally>>;

const none = (): Tally => ({ all: 0, predicted: 0, open: 0, measured: 0, differs: 0, unknown: 0 });

export const noTallies = (): Tallies => ({ address: none(), name: none(), ports: none() });

/** Counts an edge in. */
export function count(
  tally: Tally,
  edge: {
    readonly status: Status;
    readonly counts: boolean;
    readonly predicted: boolean;
    readonly open: boolean;
    readonly measured: boolean;
  },
): void {
  if (edge.status === 'fail') tally.differs += 1;
  if (edge.status === 'error') tally.unknown += 1;
  if (!edge.counts) return;
  tally.all += 1;
  if (edge.predicted) tally.predicted += 1;
  if (edge.open) tally.open += 1;
  if (edge.measured) tally.measured += 1;
  if (edge.status === 'skipped') tally.unknown += 1;
}

export const predictedMarks = (tallies: Tallies): Marks =>
  marks((aspect) => {
    const { open, predicted, all } = tallies[aspect];
    return open > 0 ? '?' : mark(predicted, all);
  });

export const measuredMarks = (tallies: Tallies): Marks =>
  marks((aspect) => {
    const { differs, unknown, measured, all } = tallies[aspect];
    if (differs > 0) return '!';
    return unknown > 0 ? '?' : mark(measured, all);
  });

function mark(reaching: number, all: number): Mark {
  if (all === 0) return '.';
  if (reaching === all) return '+';
  return reaching === 0 ? '-' : '~';
}

const marks = (of: (aspect: Aspect) => Mark): Marks => ASPECTS.map(of) as unknown as Marks;
