import type { Lab } from '../../topology/lab';
import { merge, type Cause } from './cause';
import { containerDifferences } from './containers';
import { networkDifferences } from './networks';
import { nodeDifferences } from './nodes';
import { overlayDifferences } from './overlays';
import { serviceDifferences } from './services';
import { swarmDifferences } from './swarm';

/** What differs between two topologies, told together where it is the same for several. */
export function causesOf(before: Lab, after: Lab): Cause[] {
  return merge(all(before, after));
}

function* all(before: Lab, after: Lab) {
  yield* nodeDifferences(before, after);
  yield* networkDifferences(before, after);
  yield* overlayDifferences(before, after);
  yield* swarmDifferences(before, after);
  yield* serviceDifferences(before, after);
  yield* containerDifferences(before, after);
}
