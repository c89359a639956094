import type { Edge } from '../../src/topology/edge';
import { edgesOf } from '../../src/edges/edges';
import type { Facts } from '../../src/network/facts';
import type { Lab } from '../../src/topology/lab';
import { buildWorld } from '../../src/network/build';
import { createPredictor } from '../../src/predict/predict';
import type { Prediction } from '../../src/predict/prediction';

export { createPredictor };

/** One prediction; `createPredictor` where there are many. */
export const predict = (lab: Lab, edge: Edge, facts?: Facts): Prediction =>
  createPredictor(lab, facts).predict(edge);

/** Every edge that is probed. */
export const edges = (lab: Lab, facts?: Facts): Edge[] => [...edgesOf(buildWorld(lab, facts))];
