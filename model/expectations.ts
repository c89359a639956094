import type { Expectation } from './edge';
import { edgesOf } from './edges';
import type { Facts } from './facts';
import type { Lab } from './lab';
import { buildWorld } from './predict/build';
import { createChapterOf } from './predict/chapter';
import { predictorOf } from './predict/predict';

/**
 * What must hold for every edge that is probed, why, and the chapter of the lab from which on it does.
 * Give the facts where they are known: only they tell which addresses coincide between nodes.
 */
export function expectations(lab: Lab, facts?: Facts): Expectation[] {
  const world = buildWorld(lab, facts);
  const predictor = predictorOf(world);
  const chapterOf = createChapterOf(world);
  return Array.from(edgesOf(world), (edge) => {
    const { outcome, reasons } = predictor.predict(edge);
    return { chapter: chapterOf(edge), edge, outcome, reasons };
  });
}
