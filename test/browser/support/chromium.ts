import { onPath } from '../../../src/toolchain/machine';
import { run } from '../../../src/platform/run';
import { english } from '../../../src/text/tell';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Path of a Chromium: the one that `LAB_CHROMIUM` names, or one on the PATH. */
export function findChromium(): string | undefined {
  const named = process.env['LAB_CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  return NAMES.map(onPath).find((path) => path !== undefined);
}

/** Jest's global setup: installs Debian's Chromium where there is none. Without one no test could fail. */
export default async function setup(): Promise<void> {
  if (findChromium() !== undefined) return;
  const apt = ['apt-get', '-o', 'DPkg::Lock::Timeout=600'];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  for (const words of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { failure } = await run([...apt, ...words], { env, timeout: 15 * 60_000 });
    if (failure !== undefined) {
      throw new Error(
        `The browser tests need Chromium, and it cannot be installed: ${english(failure)}`,
      );
    }
  }
  if (findChromium() === undefined)
    throw new Error('chromium was installed and is not on the PATH');
}
