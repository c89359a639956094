import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { LabError } from '../platform/errors';
import { mustRun, type Run } from '../platform/run';
import { cached, withLock } from './cache';
import type { Making } from './context';
import { inspectImages } from './host-images';
import { onPath } from './machine';
import { tarIsComplete } from './tar';
import { type Text, phrase, verbatim } from '../text/text';

export type Suite = 'bookworm' | 'trixie' | 'sid';

const MINUTES = 60_000;

const officialBase = (suite: Suite): string => `debian:${suite}-slim`;
const ownBase = (suite: Suite): string => `docker-network-lab/base:${suite}`;
const rootfsKey = (suite: Suite): string => `rootfs-${suite}-${process.arch}`;

/** The base image of a suite that the machine's engine has already, the official one first. */
export async function findBase(run: Run, suite: Suite): Promise<string | undefined> {
  const candidates = [officialBase(suite), ownBase(suite)];
  const found = await inspectImages(run, candidates);
  return candidates.find((name) => found.has(name));
}

/** A root file system by debootstrap, in the cache. Needs no engine. @throws LabError */
export async function makeRootfs(
  { config, run, reporter }: Making,
  suite: Suite,
  progress: (text: Text) => void,
): Promise<string> {
  const make = async (aside: string): Promise<void> => {
    const debootstrap = onPath('debootstrap');
    if (process.getuid?.() !== 0 || debootstrap === undefined) {
      throw new LabError(phrase('a base image of Debian {suite} cannot be made', { suite }), {
        why: phrase(
          'Docker Hub does not answer, and debootstrap needs root and the package debootstrap',
        ),
        next: phrase('run this command as root on Debian or Ubuntu, or docker load {image}', {
          image: officialBase(suite),
        }),
      });
    }
    const tree = join(aside, 'tree');
    progress(verbatim(`debootstrap ${suite}`));
    await mustRun(
      // By its path: it lies where a PATH of su does not look.
      [debootstrap, '--variant=minbase', suite, tree, ...(await machineMirror(run))],
      {
        what: phrase('debootstrap {suite} failed', { suite }),
        next: phrase('see that the Debian mirror can be reached, then run this command again'),
        timeout: 20 * MINUTES,
        onLine: (line) => progress(verbatim(line.replace(/^I: /, `${suite}: `))),
        run,
      },
    );
    progress(phrase('{folder}: packing', { folder: suite }));
    await mustRun(
      [
        ...['tar', '--create', '--file', join(aside, 'rootfs.tar'), '--directory', tree],
        ...['--exclude=./var/cache/apt/archives/*.deb', '--exclude=./var/lib/apt/lists/*', '.'],
      ],
      {
        what: phrase('the base image of {suite} cannot be packed', { suite }),
        timeout: 5 * MINUTES,
        run,
      },
    );
    await rm(tree, { recursive: true, force: true });
  };
  const verify = (folder: string): boolean => tarIsComplete(join(folder, 'rootfs.tar'));
  const folder = await cached(config.cacheDir, rootfsKey(suite), make, { verify, reporter });
  return join(folder, 'rootfs.tar');
}

// The mirror that this machine uses itself; debootstrap knows one otherwise.
async function machineMirror(run: Run): Promise<string[]> {
  const { stdout } = await run([
    ...['apt-get', 'indextargets', '--format', '$(REPO_URI)'],
    ...['Created-By: Packages', 'Origin: Debian', 'Component: main'],
  ]);
  const uri = stdout.split('\n').find((line) => line !== '' && !line.includes('security'));
  return uri === undefined ? [] : [uri];
}

/** A base image of a suite on the machine's engine, or the name from which a build pulls it. @throws LabError */
export async function ensureBase(
  context: Making,
  suite: Suite,
  offline: boolean,
  progress: (text: Text) => void,
): Promise<string> {
  const { config, run } = context;
  const found = await findBase(run, suite);
  if (found !== undefined) return found;
  if (!offline) return officialBase(suite);
  const rootfs = await makeRootfs(context, suite, progress);
  return withLock(config.cacheDir, `import-${suite}`, async () => {
    const now = await findBase(run, suite);
    if (now !== undefined) return now;
    progress(phrase('docker import of {image}', { image: suite }));
    await mustRun(['docker', 'import', rootfs, ownBase(suite)], {
      what: phrase('the base image of {suite} cannot be imported', { suite }),
      next: verbatim('df --human-readable /var/lib/docker'),
      timeout: 10 * MINUTES,
      run,
    });
    return ownBase(suite);
  });
}
