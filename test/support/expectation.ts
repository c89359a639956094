import type { Edge } from '../../model/edge';
import type { Expectation } from '../../model/expectations';

/** An expectation that says nothing of why and by whom. */
export const expectationOf = (
  edge: Edge,
  { outcome = 'reachable', chapter = 'one' }: Partial<Expectation> = {},
): Expectation => ({ chapter, edge, outcome, answeredBy: undefined, hops: [], reasons: [] });
