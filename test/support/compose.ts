import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpointNamed, questions } from '../../src/edges/ask';
import type { Outcome } from '../../src/topology/edge';
import type { Lab } from '../../src/topology/lab';
import { predict } from './predictor';
import type { Prediction } from '../../src/predict/prediction';
import type { EngineSeries } from '../../src/topology/topology';
import { validateForeign } from '../../src/topology/validate';
import { convert } from '../../src/sources/compose/convert';
import { projectSchema, type Project } from '../../src/sources/compose/project';

/** A lab of a project, and the other names of its endpoints. */
export interface ProjectLab {
  readonly lab: Lab;
  readonly names: ReadonlyMap<string, string>;
}

/** The same as `docker compose config` prints it. */
export const projectOf = (config: unknown): Project => projectSchema.parse(config);

export function labOfProject(project: Project, engine: EngineSeries = '28.5'): ProjectLab {
  const { topology, names } = convert(project, engine);
  return { lab: validateForeign(topology, 'compose.yaml'), names };
}

/** A case of `test/sources/cases` as it was read by Compose. */
export const recorded = (name: string, engine?: EngineSeries): ProjectLab => {
  const file = join(__dirname, '..', 'sources', 'recorded', `${name}.json`);
  return labOfProject(projectOf(JSON.parse(readFileSync(file, 'utf8'))), engine);
};

/** What a person who asks is answered, way by way. */
function answers({ lab, names }: ProjectLab, from: string, to: string): Prediction[] {
  const sender = endpointNamed(lab, from, names);
  if (sender === undefined) throw new Error(`no endpoint ${from}`);
  return questions(lab, sender, to, names).map((edge) => predict(lab, edge));
}

/** The outcomes that the answers have, each once. */
export const ask = (of: ProjectLab, from: string, to: string): Outcome[] => [
  ...new Set(answers(of, from, to).map(({ outcome }) => outcome)),
];
