import type { EngineSeries } from '../topology/engines';
import { ensureBase, type Suite } from './base';
import { ensureBuilt, type Recipe } from './build';
import type { KitContext } from './context';
import { BUILT, ensureEngine } from './engine-binaries';
import type { Text } from '../text/text';

/** The Debian suite whose docker.io is of the series, or whose other programs a built engine uses. */
export const SUITES: Readonly<Record<EngineSeries, Suite>> = {
  '20.10': 'bookworm',
  '26.1': 'trixie',
  '28.5': 'sid',
  '29': 'sid',
};

/** Stand-ins are built on a suite that a node image needs anyway. */
export function standInSuite(engines: readonly EngineSeries[]): Suite {
  const suites = engines.map((series) => SUITES[series]);
  return suites.includes('trixie') ? 'trixie' : (suites[0] ?? 'trixie');
}

const FILES = [
  'images/node.Dockerfile',
  'images/node-entrypoint.sh',
  'images/docker.init',
  'images/sshd.conf',
  'setup.sh',
] as const;

export function nodeRecipe(series: EngineSeries): Recipe {
  const built = BUILT[series];
  const common = { tag: `docker-network-lab/node:${series}`, words: [SUITES[series]] };
  if (built === undefined) return { ...common, files: FILES, args: { SERIES: series } };
  const { module, version, on } = built;
  return {
    ...common,
    // All that decides the image below it, too.
    files: ['images/engine.Dockerfile', `${module}/go.mod`, `${module}/go.sum`, ...FILES],
    args: { SERIES: version },
    words: [...common.words, on],
  };
}

/** The node image of an engine series on the machine's engine. @throws LabError */
export function ensureNodeImage(
  context: Pick<KitContext, 'config' | 'run'>,
  series: EngineSeries,
  offline: boolean,
  progress: (text: Text) => void,
): Promise<string> {
  const built = BUILT[series];
  return ensureBuilt(
    context,
    nodeRecipe(series),
    () =>
      built === undefined
        ? ensureBase(context, SUITES[series], offline, progress)
        : ensureNodeImage(context, built.on, offline, progress),
    progress,
    built && (() => ensureEngine(context, built, offline, progress)),
  );
}
