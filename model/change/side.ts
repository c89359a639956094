import type { Lab } from '../lab';
import { buildWorld } from '../predict/build';
import { predictorOf, type Predictor } from '../predict/predict';
import type { World } from '../predict/world';

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
