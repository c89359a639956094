import { ensureBase, type Suite } from '../../../src/toolchain/base';
import { readConfig } from '../../../src/platform/config';
import { run } from '../../../src/platform/run';
import { command, ROOT, type Ended } from './lab';

/** The name of an image that is nothing but the root file system of a Debian suite. */
export const cleanSuite = (suite: Suite): Promise<string> =>
  ensureBase({ config: readConfig(), run }, suite, true, () => undefined);

export interface CleanOptions {
  readonly image: string;
  /** Run by bash as root, with the checkout's setup.sh at /setup.sh. */
  readonly script: string;
  /** Files of this machine by their path there. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Runs a script in a clean root file system, which is gone afterwards. */
export function inClean({ image, script, files = {} }: CleanOptions): Promise<Ended> {
  const volumes = Object.entries({ '/setup.sh': `${ROOT}/setup.sh`, ...files });
  return command([
    ...['docker', 'run', '--rm', '--network', 'host'],
    ...volumes.flatMap(([there, here]) => ['--volume', `${here}:${there}:ro`]),
    ...['http_proxy', 'https_proxy', 'no_proxy'].flatMap((name) => ['--env', name]),
    ...[image, 'bash', '-c', script],
  ]);
}
