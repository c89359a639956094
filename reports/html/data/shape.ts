import type { Status } from '../../../checks/result';

/** Position of each field in a shape; texts are numbers of texts, and -1 is none. Reasons follow, each as JSON. */
export const SHAPE = {
  status: 0,
  chapter: 1,
  address: 2,
  expected: 3,
  measured: 4,
  detail: 5,
  command: 6,
  hint: 7,
  cause: 8,
  reasons: 9,
} as const;

/** A status is written as its place in this list. */
export const STATUSES: readonly Status[] = ['pass', 'fail', 'error', 'skipped'];

/** Numbers of one edge in a row. */
export const PER_EDGE = 3;
