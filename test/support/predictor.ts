import type { Edge } from '../../model/edge';
import { edgesOf } from '../../model/edges';
import type { Facts } from '../../model/facts';
import type { Lab } from '../../model/lab';
import { buildWorld } from '../../model/predict/build';
import { createPredictor } from '../../model/predict/predict';
import type { Prediction } from '../../model/predict/prediction';

export { createPredictor };

/** One prediction; `createPredictor` where there are many. */
export const predict = (lab: Lab, edge: Edge, facts?: Facts): Prediction =>
  createPredictor(lab, facts).predict(edge);

/** Every edge that is probed. */
export const edges = (lab: Lab, facts?: Facts): Edge[] => [...edgesOf(buildWorld(lab, facts))];
