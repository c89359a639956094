import { accessSync, constants, statSync } from 'node:fs';
import type { Hosts } from '../topology/hosts';
import type { Lab } from '../topology/lab';
import { TopologyError } from '../topology/problems';
import { SERIES } from '../topology/engines';
import type { EngineSeries } from '../topology/topology';
import { validateForeign, validateRunning } from '../topology/validate';
import type { Config } from '../platform/config';
import { LabError, messageOf } from '../platform/errors';
import type { Run } from '../platform/run';
import { loadTopology } from './own/load';
import { withClaims } from './claims';
import { composeSource } from './compose';
import { engineSource } from './engine';
import { placeText, type Sourced } from './source';
import { terraformIn, terraformSource, type When } from './terraform';
import { type Text, lines, phrase } from '../text/text';

/** A lab, and the source where it is not a topology of ours. */
export interface Loaded {
  readonly lab: Lab;
  readonly source: Sourced | undefined;
}

export interface LoadRequest {
  readonly config: Config;
  readonly hosts: Hosts;
  readonly run: Run;
  /** Told what takes long, and what Compose remarks. */
  readonly remark: (text: Text) => void;
  /** Told of a source that is no topology of ours before more is done with it; may throw. */
  readonly onForeign?: (where: string) => void;
  /** Of a plan of Terraform: what is there before it is applied, or after. */
  readonly when?: When;
}

/** The lab that the configuration names, whatever it is written in. @throws LabError */
export async function loadLab({
  config,
  hosts,
  run,
  remark,
  onForeign,
  when,
}: LoadRequest): Promise<Loaded> {
  const { compose } = config;
  if (compose !== undefined) onForeign?.(compose.files.join(', '));
  // A topology of ours may be JSON, too.
  const terraform = config.json === undefined ? undefined : terraformIn(config.json);
  if (terraform !== undefined) {
    onForeign?.(terraform.file);
    const source = withClaims(terraformSource(terraform, engineOf(config), when), config);
    return { lab: labOf(source), source };
  }
  if (config.engineHost !== undefined) {
    onForeign?.(config.engineHost);
    const source = withClaims(await engineSource({ host: config.engineHost, run }), config);
    return { lab: labOf(source), source };
  }
  if (compose === undefined) {
    refuseClaims(config);
    return { lab: await loadTopology(config.topologyFile, hosts), source: undefined };
  }
  for (const file of [...compose.files, ...compose.envFiles]) mustBeFile(file);
  const engine = engineOf(config);
  const source = withClaims(await composeSource(compose, { config, run, engine, remark }), config);
  return { lab: labOf(source), source };
}

/** A topology of ours has a place for them. @throws LabError */
function refuseClaims({ claims, topologyFile }: Config): void {
  if (claims === undefined) return;
  throw new LabError(phrase('--claims is for sources that have no place for claims'), {
    where: topologyFile,
    why: phrase('a topology says itself what must hold'),
    next: phrase('write them in the topology: claims: [{claims}]', {
      claims: JSON.stringify('never: outside -> db'),
    }),
  });
}

/** The lab of a source. @throws LabError that names the place in its files */
export function labOf(source: Sourced): Lab {
  try {
    return source.kind === 'engine'
      ? validateRunning(source.topology, source.label)
      : validateForeign(source.topology, source.label);
  } catch (error) {
    if (!(error instanceof TopologyError)) throw error;
    const [first, ...others] = error.problems;
    const { paths } = error;
    const place = (index: number): string => placeText(source.placeOf(paths[index] ?? []));
    throw new LabError(
      phrase('The project cannot run as it is: {message}', { message: first.message }),
      {
        where: place(0),
        why: first.why,
        next: lines(
          first.next,
          ...others.map(({ message }, index) =>
            phrase('  also:  {place}: {message}', { place: place(index + 1), message }),
          ),
        ),
      },
    );
  }
}

function engineOf({ engine }: Config): EngineSeries {
  const newest = SERIES[SERIES.length - 1]!;
  if (engine === undefined) return newest;
  const found = SERIES.find((series) => series === engine);
  if (found !== undefined) return found;
  throw new LabError(phrase('unknown engine series {series}', { series: JSON.stringify(engine) }), {
    where: phrase('--engine, or LAB_ENGINE'),
    why: phrase('known: {names}', { names: SERIES }),
    next: phrase('choose one of them'),
  });
}

function mustBeFile(file: string): void {
  try {
    if (!statSync(file).isFile()) throw new LabError(phrase('it is no file'));
    accessSync(file, constants.R_OK);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new LabError(
      missing ? phrase('There is no such file') : phrase('The file cannot be read'),
      {
        where: file,
        why: missing ? phrase('nothing has this path') : messageOf(error),
        next: phrase('name another file with --topology FILE'),
      },
    );
  }
}
