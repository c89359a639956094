import { join } from 'node:path';
import { findingOf, LabError } from '../platform/errors';
import { recipeTag } from './build';
import type { KitRequest } from './context';
import { BUILT, engineIsBuilt } from './engine-binaries';
import { findGo, goRemedy, neededGo } from './go';
import { compareVersions } from './versions';
import { inspectImages } from './host-images';
import { nodeRecipe, standInSuite } from './node-image';
import type { CheckContext, Prerequisite } from './prerequisite';
import { providerIsBuilt } from './provider';
import { standInFor, standInRecipe } from './stand-in';
import { findTerraform } from './terraform';
import { phrase, verbatim } from '../text/text';

const UP = './lab up';

export async function terraformState(context: CheckContext): Promise<Prerequisite> {
  const kind = 'terraform';
  const name = verbatim('terraform');
  try {
    const found = await findTerraform(context);
    if (found !== undefined) {
      return { kind, name, ok: true, found: verbatim(`${found.binary} ${found.version}`) };
    }
    const remedy = phrase('./lab up (downloads it), or install Terraform or OpenTofu >= 1.5');
    return { kind, name, ok: false, found: phrase('none on PATH'), remedy, byUp: true };
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    return { kind, name, ok: false, ...findingOf(error) };
  }
}

export async function goState(
  { config, run }: CheckContext,
  { engines }: Pick<KitRequest, 'engines'>,
): Promise<Prerequisite> {
  const built = engines.flatMap((series) => BUILT[series] ?? []);
  // Only a build needs it.
  const missing = [
    ...((await providerIsBuilt(config)) ? [] : ['provider']),
    ...(await Promise.all(
      built.map(async (engine) => ((await engineIsBuilt(config, engine)) ? [] : [engine.module])),
    ).then((all) => all.flat())),
  ];
  const needed = ['provider', ...missing]
    .map((module) => neededGo(join(config.home, module, 'go.mod')))
    .sort(compareVersions)
    .at(-1)!;
  const go = await findGo(run, needed);
  const ok = go !== undefined || missing.length === 0;
  return {
    kind: 'go',
    name: verbatim('go'),
    ok,
    found: go === undefined ? phrase('no usable Go on PATH') : verbatim(`Go ${go.version}`),
    ...(ok ? {} : { remedy: goRemedy(needed) }),
  };
}

export async function providerState({ config }: CheckContext): Promise<Prerequisite> {
  const ok = await providerIsBuilt(config);
  return {
    kind: 'provider',
    name: phrase('provider'),
    ok,
    found: ok ? phrase('built, in the cache') : phrase('not built yet'),
    ...(ok
      ? {}
      : { remedy: phrase('{command} (builds it: minutes on the first time)', { command: UP }) }),
    byUp: !ok,
  };
}

export function imageStates(
  context: CheckContext,
  request: KitRequest,
  offline: boolean,
): Promise<Prerequisite>[] {
  return [
    ...request.engines.map((series) => nodeImageState(context, series, offline)),
    ...request.images.map((name) => imageState(context, name, request, offline)),
  ];
}

async function nodeImageState(
  { config, run }: CheckContext,
  series: KitRequest['engines'][number],
  offline: boolean,
): Promise<Prerequisite> {
  const tag = await recipeTag(nodeRecipe(series), config.home);
  const ok = (await inspectImages(run, [tag])).has(tag);
  return {
    kind: 'node-image',
    name: phrase('node image {series}', { series }),
    ok,
    found: ok ? verbatim(tag) : phrase('not built yet'),
    ...(ok
      ? {}
      : {
          remedy: phrase(
            isSlow(series, offline)
              ? '{command} (builds it: minutes on the first time)'
              : '{command} (builds it)',
            { command: UP },
          ),
        }),
    byUp: !ok,
  };
}

const isSlow = (series: KitRequest['engines'][number], offline: boolean): boolean =>
  offline && BUILT[series] !== undefined;

async function imageState(
  { config, run }: CheckContext,
  name: string,
  request: KitRequest,
  offline: boolean,
): Promise<Prerequisite> {
  const kind = 'image';
  const label = phrase('image {name}', { name });
  if ((await inspectImages(run, [name])).has(name)) {
    return { kind, name: label, ok: true, found: phrase('on this machine') };
  }
  if (!offline) {
    return { kind, name: label, ok: true, found: phrase('is pulled by ./lab up') };
  }
  const standIn = standInFor(name);
  if (standIn === undefined) {
    const remedy = phrase('docker load it here, or go online');
    return {
      kind,
      name: label,
      ok: false,
      found: phrase('neither here nor a stand-in for it'),
      remedy,
    };
  }
  const tag = await recipeTag(standInRecipe(standIn, standInSuite(request.engines)), config.home);
  const ok = (await inspectImages(run, [tag])).has(tag);
  return {
    kind,
    name: label,
    ok,
    found: ok ? phrase('stand-in {tag}', { tag }) : phrase('stand-in not built yet'),
    ...(ok ? {} : { remedy: phrase('{command} (builds it)', { command: UP }) }),
    byUp: !ok,
  };
}
