import type { Status } from '../../../verdict/result';
import type { Outcome } from '../../../topology/edge';

/**
 * Position of each field in a shape: places in `STATUSES` and `OUTCOMES`, and numbers of texts, of which -1 is none.
 * Detail and hint, what is found, who answers and the hops are JSON; reasons follow, each as JSON.
 */
export const SHAPE = {
  status: 0,
  chapter: 1,
  address: 2,
  outcome: 3,
  found: 4,
  /** Place in `OUTCOMES` of what was found. */
  measured: 5,
  detail: 6,
  command: 7,
  hint: 8,
  cause: 9,
  answeredBy: 10,
  hops: 11,
  reasons: 12,
} as const;

/** A status is written as its place in this list. */
export const STATUSES: readonly Status[] = ['pass', 'fail', 'error', 'skipped'];

/** And so is an outcome. */
export const OUTCOMES: readonly Outcome[] = [
  'reachable',
  'refused',
  'timeout',
  'unreachable',
  'unresolved',
  'arrives',
  'unknown',
];

/** Numbers of one edge in a row. */
export const PER_EDGE = 3;
