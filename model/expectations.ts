import type { Edge, Expectation } from './edge';
import { edgesOf } from './edges';
import type { Facts } from './facts';
import type { Lab } from './lab';
import { buildWorld } from './predict/build';
import { createChapterOf } from './predict/chapter';
import { predictorOf } from './predict/predict';
import { plainReason, type RuleReason } from './predict/rules';

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
    return {
      chapter: chapterOf(edge),
      edge: withPageOfListener(edge, reasons),
      outcome,
      reasons: reasons.map(plainReason),
    };
  });
}

/**
 * The page is that of the container that answers: another one where it has the address that is asked for, or another
 * publishes the port there; and none where docker-proxy takes a connection that nobody listens for.
 */
function withPageOfListener(edge: Edge, reasons: readonly RuleReason[]): Edge {
  const { target } = edge;
  if (!('page' in target)) return edge;
  const listener = reasons.find(({ rule }) => rule === 'listener');
  const nobody = listener === undefined && reasons.at(-1)?.rule === 'userland-proxy';
  if (listener === undefined && !nobody) return edge;
  if (listener?.page === target.page) return edge;
  const asked: typeof target & { page?: string } = { ...target };
  if (listener?.page === undefined) delete asked.page;
  else asked.page = listener.page;
  return { ...edge, target: asked };
}
