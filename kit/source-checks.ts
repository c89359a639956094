import { join } from 'node:path';
import { LabError } from '../system/errors';
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

const MADE_BY_UP = './lab up';

export async function terraformState(context: CheckContext): Promise<Prerequisite> {
  const name = 'terraform';
  try {
    const found = await findTerraform(context);
    if (found !== undefined) {
      return { name, ok: true, found: `${found.binary} ${found.version}`, remedy: '' };
    }
    const remedy = './lab up (downloads it), or install Terraform or OpenTofu >= 1.5';
    return { name, ok: false, found: 'none on PATH', remedy, byUp: true };
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    const found = `${error.what}: ${error.details.why ?? ''}`;
    return { name, ok: false, found, remedy: error.details.next ?? '' };
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
    .map((module) => neededGo(join(config.root, module, 'go.mod')))
    .sort(compareVersions)
    .at(-1)!;
  const go = await findGo(run, needed);
  const ok = go !== undefined || missing.length === 0;
  return {
    name: 'go',
    ok,
    found: go === undefined ? 'no usable Go on PATH' : `Go ${go.version}`,
    remedy: ok ? '' : goRemedy(needed),
  };
}

export async function providerState({ config }: CheckContext): Promise<Prerequisite> {
  const ok = await providerIsBuilt(config);
  return {
    name: 'provider',
    ok,
    found: ok ? 'built, in the cache' : 'not built yet',
    remedy: ok ? '' : `${MADE_BY_UP} (builds it: minutes on the first time)`,
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
  const tag = await recipeTag(nodeRecipe(series), config.root);
  const ok = (await inspectImages(run, [tag])).has(tag);
  return {
    name: `node image ${series}`,
    ok,
    found: ok ? tag : 'not built yet',
    remedy: ok ? '' : `${MADE_BY_UP} (builds it${slowly(series, offline)})`,
    byUp: !ok,
  };
}

const slowly = (series: KitRequest['engines'][number], offline: boolean): string =>
  offline && BUILT[series] !== undefined ? ': minutes on the first time' : '';

async function imageState(
  { config, run }: CheckContext,
  name: string,
  request: KitRequest,
  offline: boolean,
): Promise<Prerequisite> {
  const label = `image ${name}`;
  if ((await inspectImages(run, [name])).has(name)) {
    return { name: label, ok: true, found: 'on this machine', remedy: '' };
  }
  if (!offline) {
    return { name: label, ok: true, found: 'is pulled by ./lab up', remedy: '' };
  }
  const standIn = standInFor(name);
  if (standIn === undefined) {
    const remedy = `docker load it here, or go online`;
    return { name: label, ok: false, found: 'neither here nor a stand-in for it', remedy };
  }
  const tag = await recipeTag(standInRecipe(standIn, standInSuite(request.engines)), config.root);
  const ok = (await inspectImages(run, [tag])).has(tag);
  return {
    name: label,
    ok,
    found: ok ? `stand-in ${tag}` : 'stand-in not built yet',
    remedy: ok ? '' : `${MADE_BY_UP} (builds it)`,
    byUp: !ok,
  };
}
