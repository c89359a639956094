import { readFileSync } from 'node:fs';
import { basename, relative } from 'node:path';
import type { EngineSeries, Topology } from '../../topology/topology';
import type { Unsaid } from '../../topology/unsaid';
import { LabError, messageOf } from '../../platform/errors';
import { convert } from '../compose/convert';
import type { Sourced } from '../source';
import { projectOf, type TerraformProject } from './project';
import { resourcesOf, showSchema, type Show } from './show';
import { type Text, phrase } from '../../text/text';

/** What is there after a plan is applied, as a state is now, or before that. */
export type When = 'after' | 'before';

/** What a file holds, and its path. */
export interface Written {
  readonly file: string;
  readonly json: unknown;
}

/** Where what `terraform show -json` prints is taken from the standard input. */
const STDIN = '-';

/** A plan or a state of Terraform as a source. @throws LabError for one that cannot be read */
export function terraformSource(
  written: Written,
  engine: EngineSeries,
  when: When = 'after',
): Sourced {
  const { file } = written;
  const show = showIn(written);
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

function resourcesAt({ values, planned_values: planned, prior_state: prior }: Show, when: When) {
  if (when === 'after') return resourcesOf((planned ?? values)?.root_module);
  if (planned !== undefined) return resourcesOf(prior?.values?.root_module);
  throw new LabError(phrase('nothing to compare the state with'), {
    where: '--against',
    why: phrase('a plan says what was there before it, and a state does not'),
    next: phrase('./lab diff --topology plan.json, or --against OTHER.json'),
  });
}

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

/**
 * What Terraform wrote into a file: a plan or state as JSON, or a state as it is kept, which is refused later.
 * @returns undefined where it is something else; never for the standard input, which can be read once
 */
export function terraformIn(file: string): Written | undefined {
  try {
    const json: unknown = JSON.parse(readFileSync(file === STDIN ? 0 : file, 'utf8'));
    const isOurs =
      typeof json === 'object' && json !== null && ('format_version' in json || 'lineage' in json);
    return isOurs || file === STDIN ? { file, json } : undefined;
  } catch (error) {
    if (file !== STDIN) return undefined;
    throw refused(file, error instanceof SyntaxError ? phrase('it is no JSON') : messageOf(error));
  }
}

function showIn({ file, json }: Written): Show {
  const read = showSchema.safeParse(json);
  if (read.success && (read.data.values ?? read.data.planned_values) !== undefined) {
    return read.data;
  }
  const place = read.success ? undefined : read.error.issues[0]?.path.join('.');
  throw refused(
    file,
    place === undefined || place === 'format_version'
      ? phrase('it has neither planned_values nor values')
      : phrase('{place} is not what it should be', { place }),
  );
}

const refused = (file: string, why: Text): LabError =>
  new LabError(phrase('This is not what terraform show -json prints'), {
    where: file === STDIN ? phrase('standard input') : file,
    why,
    next: phrase(
      'terraform show -json PLAN >plan.json (or without PLAN for the state), then --topology plan.json',
    ),
  });

const nameOf = (file: string): string =>
  file === STDIN ? 'terraform' : basename(file).replace(/\.json$/i, '') || 'terraform';

function shown(path: string): string {
  const near = relative('', path);
  return near.startsWith('..') ? path : near;
}
