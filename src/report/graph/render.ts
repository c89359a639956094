import { dot } from './dot';
import type { Graph } from './graph';
import { mermaid } from './mermaid';
import { svg } from './svg';
import type { GraphWords } from './words';

type Form = (graph: Graph, words: GraphWords) => Promise<string | Buffer> | string;

/** The forms of a picture, by what `--format` calls them; the first is the default. */
export const GRAPH_FORMS = {
  svg,
  // What rasterises it is loaded when it is asked for.
  png: async (graph, words) => (await import('./png')).png(await svg(graph, words)),
  dot,
  mermaid,
} satisfies Readonly<Record<string, Form>>;

export type GraphFormat = keyof typeof GRAPH_FORMS;
