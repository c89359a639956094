import { isStructure, type CheckResult } from '../../../verdict/result';
import type { Placed } from '../../../observe/place';
import type { Lab } from '../../../topology/lab';
import { markCuts } from '../../graph/cut';
import { declaredGraph } from '../../graph/declared';
import { draw } from '../../graph/draw';
import type { Graph } from '../../graph/graph';
import { grouped } from '../../graph/group';
import { layout } from '../../graph/layout';
import { observedGraph } from '../../graph/observed';
import { graphWords, type Language } from '../../graph/words';
import { encodeEdges } from './encode';
import { reportEndpoints } from './endpoints';
import { phrasesOf } from './phrases';
import type { Picture, ReportData } from './types';

/** What the nodes were like when the result was measured; the picture is the topology's where nobody knows. */
export type ReportInput = { readonly result: CheckResult } & (
  Placed | { readonly lab: Lab; readonly states?: undefined }
);

/** Puts together what the page shows. */
export async function reportData({ result, ...of }: ReportInput): Promise<ReportData> {
  const { lab } = of;
  const endpoints = reportEndpoints(lab);
  const seen = of.states === undefined ? declaredGraph(lab) : observedGraph(of);
  const graph = grouped(markCuts(seen, lab, result.verdicts));
  const { startedAt, durationMs, counts, chapters, verdicts } = result;
  return {
    schema: 4,
    lab: { name: lab.name, title: lab.title },
    startedAt,
    durationMs,
    counts,
    chapters,
    endpoints,
    pictures: await pictures(graph),
    structure: verdicts.filter(isStructure),
    edges: encodeEdges(verdicts, endpoints, chapters),
    phrases: phrasesOf(verdicts.flatMap(({ detail, hint }) => [detail, hint])),
  };
}

async function pictures(graph: Graph): Promise<ReportData['pictures']> {
  return { en: await picture(graph, 'en'), zh: await picture(graph, 'zh') };
}

async function picture(graph: Graph, language: Language): Promise<Picture> {
  const placed = await layout(graph, graphWords[language]);
  return {
    width: placed.width,
    height: placed.height,
    elements: draw(placed),
    endpoints: Object.fromEntries(graph.items.map(({ id, endpoints }) => [id, endpoints])),
  };
}
