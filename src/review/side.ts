import type { Lab } from '../topology/lab';
import { buildWorld } from '../network/build';
import { predictorOf, type Predictor } from '../predict/predict';
import type { World } from '../network/world';

/** One of the two labs that are compared. */
export interface Side {
  readonly world: World;
  readonly predictor: Predictor;
}

/** The two labs that are compared. */
export interface Sides {
  readonly before: Side;
  readonly after: Side;
}

export function sideOf(lab: Lab): Side {
  const world = buildWorld(lab);
  return { world, predictor: predictorOf(world) };
}
