import type { Edge, Outcome } from '../../model/edge';
import type { Expectation } from '../../model/expectations';

/** An expectation that says nothing of why and by whom. */
export const expectationOf = (edge: Edge, outcome: Outcome = 'reachable'): Expectation => ({
  chapter: 'one',
  edge,
  prediction: { outcome, answeredBy: undefined, hops: [], reasons: [] },
});
