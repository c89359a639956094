import { readFileSync } from 'node:fs';
import { basename, relative } from 'node:path';
import type { EngineSeries, Topology } from '../../model/topology';
import type { Unsaid } from '../../model/unsaid';
import { LabError } from '../../system/errors';
import { convert } from '../compose/convert';
import type { Sourced } from '../source';
import { projectOf, type TerraformProject } from './project';
import { resourcesOf, showSchema, type Show } from './show';

/** What is there after a plan is applied, as a state is now, or before that. */
export type When = 'after' | 'before';

/** Where what `terraform show -json` prints is taken from the standard input. */
const STDIN = '-';

/** A plan or a state of Terraform as a source. @throws LabError for one that cannot be read */
export function terraformSource(file: string, engine: EngineSeries, when: When = 'after'): Sourced {
  const show = showIn(file);
  const label = file === STDIN ? 'standard input' : shown(file);
  const made = projectOf(nameOf(file), resourcesAt(show, when), configurationOf(show));
  const converted = convert(made.project, engine, { nodes: made.nodes, of: made.nodeOf });
  const { topology, names, parts } = converted;
  const addresses = Object.keys(made.project.services ?? {}).flatMap((key, index) => {
    const id = topology.containers?.[index]?.name;
    return id === undefined ? [] : [[made.addressOf(['services', key]), id] as const];
  });
  return {
    kind: 'terraform',
    label,
    topology: { ...withLeftOut(topology, made), title: label },
    names: new Map([...names, ...addresses]),
    placeOf: ([list, index, ...rest]) => ({
      ...{ file: label, line: undefined },
      part: [made.addressOf(parts[String(list)]?.[Number(index)] ?? []), ...rest]
        .filter((one) => one !== '')
        .join('.'),
    }),
  };
}

const resourcesAt = ({ values, planned_values: planned, prior_state: prior }: Show, when: When) =>
  resourcesOf(
    (when === 'before' && planned !== undefined ? prior?.values : (planned ?? values))?.root_module,
  );

const configurationOf = ({ configuration }: Show) => configuration?.root_module;

const withLeftOut = (topology: Topology, { leftOut }: TerraformProject): Topology => ({
  ...topology,
  unsaid: [
    ...(topology.unsaid ?? []),
    ...leftOut.map((value): Unsaid => ({
      kind: 'left-out',
      container: value,
      what: 'service',
      value,
    })),
  ],
});

/** Whether a file is what Terraform wrote: a plan or state as JSON, or a state as it is kept, which is refused later. */
export function isTerraform(file: string): boolean {
  if (file === STDIN) return true;
  try {
    const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return (
      typeof json === 'object' && json !== null && ('format_version' in json || 'lineage' in json)
    );
  } catch {
    return false;
  }
}

function showIn(file: string): Show {
  let why: string;
  try {
    const json: unknown = JSON.parse(readFileSync(file === STDIN ? 0 : file, 'utf8'));
    const read = showSchema.safeParse(json);
    if (read.success && (read.data.values ?? read.data.planned_values) !== undefined) {
      return read.data;
    }
    const place = read.success ? undefined : read.error.issues[0]?.path.join('.');
    why =
      place === undefined || place === 'format_version'
        ? 'it has neither planned_values nor values'
        : `${place} is not what it should be`;
  } catch (error) {
    why = error instanceof SyntaxError ? 'it is no JSON' : (error as Error).message;
  }
  throw new LabError('This is not what terraform show -json prints', {
    where: file === STDIN ? 'standard input' : file,
    why,
    next: 'terraform show -json PLAN >plan.json (or without PLAN for the state), then --topology plan.json',
  });
}

const nameOf = (file: string): string =>
  file === STDIN ? 'terraform' : basename(file).replace(/\.json$/i, '') || 'terraform';

function shown(path: string): string {
  const near = relative('', path);
  return near.startsWith('..') ? path : near;
}
