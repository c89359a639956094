import type { Ground } from './ground';
import type { Random } from './random';

/** What a trial is given. */
export interface Bench {
  readonly ground: Ground;
  readonly random: Random;
}

/** One thing that is done to the lab, and what must hold afterwards. */
export interface Trial {
  /** Unique in its part; `--only` is looked for in it. */
  readonly name: string;
  /**
   * @returns what was seen, for the line that is printed; a trial that did not meet what it is about says so
   * @throws Error with what does not hold, and the output that shows it
   */
  readonly run: (bench: Bench) => Promise<Seen>;
}

export interface Seen {
  readonly text: string;
  /** False where the trial came too late or too early to count. */
  readonly counts: boolean;
}

/** A kind of trials: a folder or file registers itself in `main.ts`. */
export interface Part {
  readonly name: string;
  readonly description: string;
  /** How many trials a run has where nobody says it; undefined: each once. */
  readonly usual?: number;
  /** The trials in the order of a run; repeated until there are as many as are wanted. */
  readonly trials: (bench: Bench) => readonly Trial[];
  /** It needs no lab. */
  readonly isAlone?: true;
  /** Before the first. */
  readonly begin?: (bench: Bench) => Promise<void>;
  /** After the last, with the lab down. */
  readonly end?: (ground: Ground) => void;
}
