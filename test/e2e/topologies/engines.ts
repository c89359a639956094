import type { EngineSeries, Topology } from '../../../src/topology/topology';
import article from './article';

/** The article's lab with other engines on its two nodes. */
export const withEngines = (...engines: readonly EngineSeries[]): Topology => ({
  ...article,
  nodes: article.nodes.map((node, index) => ({ ...node, engine: engines[index]! })),
});
