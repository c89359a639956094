import type { EngineSeries } from '../model/topology';
import { ensureBase, type Suite } from './base';
import { ensureBuilt, type Recipe } from './build';
import type { KitContext } from './context';

/** The Debian suite whose docker.io is of the series. */
export const SUITES: Readonly<Record<EngineSeries, Suite>> = {
  '20.10': 'bookworm',
  '26.1': 'trixie',
  '28.5': 'sid',
};

/** Stand-ins are built on a suite that a node image needs anyway. */
export function standInSuite(engines: readonly EngineSeries[]): Suite {
  const suites = engines.map((series) => SUITES[series]);
  return suites.includes('trixie') ? 'trixie' : (suites[0] ?? 'trixie');
}

export const nodeRecipe = (series: EngineSeries): Recipe => ({
  tag: `docker-network-lab/node:${series}`,
  files: [
    'images/node.Dockerfile',
    'images/node-entrypoint.sh',
    'images/docker.init',
    'images/sshd.conf',
    'setup.sh',
  ],
  args: { SERIES: series },
  words: [SUITES[series]],
});

/** The node image of an engine series on the machine's engine. @throws LabError */
export const ensureNodeImage = (
  context: Pick<KitContext, 'config' | 'run'>,
  series: EngineSeries,
  offline: boolean,
  progress: (text: string) => void,
): Promise<string> =>
  ensureBuilt(
    context,
    nodeRecipe(series),
    () => ensureBase(context, SUITES[series], offline, progress),
    progress,
  );
