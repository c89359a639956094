import { isEdge, type EdgeVerdict, type Verdict } from '../../verdict/result';
import { isAnswer } from '../../edges/found';
import type { Lab } from '../../topology/lab';
import { fact, type Graph, type Item } from './graph';

/**
 * Marks overlays over which two nodes do not reach each other, which no engine says of itself: whatever was measured
 * between their containers should have arrived, did not, and nothing on the nodes explains it.
 */
export function markCuts(graph: Graph, lab: Lab, verdicts: readonly Verdict[]): Graph {
  if (lab.overlays.length === 0) return graph;
  const nodes = new Map(lab.containers.map(({ name, node }) => [name, node]));
  const items = graph.items.map((item): Item => {
    if (item.kind !== 'overlay' || item.mark === 'missing') return item;
    const cut = cutPairs(
      verdicts.filter(isEdge).filter(({ network }) => network === item.name),
      nodes,
    );
    if (cut.length === 0) return item;
    const differences = [...item.differences, ...cut.map((pair) => fact('cut', pair))];
    return { ...item, mark: item.mark === 'extra' ? 'extra' : 'changed', differences };
  });
  return { ...graph, items };
}

/** Pairs of nodes as `node1 – node2`. */
function cutPairs(
  verdicts: readonly EdgeVerdict[],
  nodes: ReadonlyMap<string, string>,
): readonly string[] {
  const arrived = new Map<string, boolean>();
  for (const { from, to, status, prediction, found, cause } of verdicts) {
    const [here, there] = [nodes.get(from), nodes.get(to)].sort();
    if (here === undefined || there === undefined || here === there) continue;
    if (!isAnswer(prediction.outcome) || cause !== undefined || status === 'error') continue;
    const pair = `${here} – ${there}`;
    arrived.set(pair, (arrived.get(pair) ?? false) || isAnswer(found?.outcome));
  }
  return [...arrived].filter(([, any]) => !any).map(([pair]) => pair);
}
