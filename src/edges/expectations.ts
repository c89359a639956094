import type { Edge } from '../topology/edge';
import { edgesOf } from './edges';
import type { Facts } from '../network/facts';
import type { Lab } from '../topology/lab';
import { buildWorld } from '../network/build';
import { createChapterOf } from './chapter';
import { predictorOf } from '../predict/predict';
import type { Prediction } from '../predict/prediction';

/** What must hold for an edge, and why. */
export interface Expectation {
  readonly chapter: string;
  readonly edge: Edge;
  readonly prediction: Prediction;
}

/**
 * What must hold for every edge that is probed, why, and the chapter of the lab from which on it does.
 * Give the facts where they are known: only they tell which addresses coincide between nodes.
 */
export function expectations(lab: Lab, facts?: Facts): Expectation[] {
  const world = buildWorld(lab, facts);
  const predictor = predictorOf(world);
  const chapterOf = createChapterOf(world);
  return Array.from(edgesOf(world), (edge) => {
    const prediction = predictor.predict(edge);
    return { chapter: chapterOf(edge, prediction), edge: withPageOf(prediction, edge), prediction };
  });
}

/**
 * The page is that of who answers: another container where it has the address that is asked for, or publishes the port
 * there; and none where docker-proxy takes a connection that nobody listens for.
 */
function withPageOf(prediction: Prediction, edge: Edge): Edge {
  const { target } = edge;
  if (!('page' in target) || prediction.outcome !== 'reachable') return edge;
  const { answeredBy } = prediction;
  if (answeredBy === undefined) return edge;
  const page = 'page' in answeredBy ? answeredBy.page : undefined;
  if (page === target.page) return edge;
  const asked: typeof target & { page?: string } = { ...target };
  if (page === undefined) delete asked.page;
  else asked.page = page;
  return { ...edge, target: asked };
}
