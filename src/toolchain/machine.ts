import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { LabError } from '../platform/errors';
import { whyOf } from '../platform/run';
import { withLock } from './cache';
import type { KitContext } from './context';
import { type Text, phrase, verbatim } from '../text/text';

/** What the kit knows of the machine on which the lab runs. */
export interface Machine {
  readonly root: boolean;
  /** Debian, Ubuntu or a relative: packages come by apt-get. */
  readonly debian: boolean;
  /** systemd is PID 1. */
  readonly systemd: boolean;
}

export function readMachine(): Machine {
  return {
    root: process.getuid?.() === 0,
    debian: existsSync('/etc/debian_version') && onPath('apt-get') !== undefined,
    systemd: existsSync('/run/systemd/system'),
  };
}

/** Absolute path of a command; undefined where PATH has none. */
export function onPath(command: string): string | undefined {
  // Daemons lie where an ordinary user's PATH does not look.
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.map((folder) => join(folder, command)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** `linux_amd64` and the like, as Go and Terraform name platforms. */
export function goPlatform(): string {
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  return `${process.platform}_${arch}`;
}

/** Text of a file of /proc or /sys; empty where it is not there. */
export function readKernel(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

const MINUTES = 60_000;

/** Installs Debian packages. @throws LabError */
export async function aptInstall(
  { config, run }: Pick<KitContext, 'config' | 'run'>,
  packages: readonly string[],
  progress: (text: Text) => void,
): Promise<void> {
  const apt = ['apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=300'];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await withLock(config.cacheDir, 'apt', async () => {
    progress(verbatim('apt-get update'));
    // A third party's repository that fails is no reason to stop; a missing package is.
    await run([...apt, 'update'], { env, timeout: 5 * MINUTES });
    progress(verbatim(`apt-get install ${packages.join(' ')}`));
    const argv = [...apt, 'install', '--yes', '--no-install-recommends', ...packages];
    const result = await run(argv, { env, timeout: 15 * MINUTES });
    if (result.failure === undefined) return;
    throw new LabError(phrase('apt-get cannot install {packages}', { packages }), {
      where: argv.join(' '),
      why: whyOf(result),
      next: phrase('mend apt, or install them yourself, then run this command again'),
    });
  });
}
