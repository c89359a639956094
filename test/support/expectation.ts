import type { Edge, Outcome } from '../../src/topology/edge';
import type { Expectation } from '../../src/edges/expectations';

/** An expectation that says nothing of why and by whom. */
export const expectationOf = (edge: Edge, outcome: Outcome = 'reachable'): Expectation => ({
  chapter: 'one',
  edge,
  prediction: { outcome, answeredBy: undefined, hops: [], reasons: [] },
});
