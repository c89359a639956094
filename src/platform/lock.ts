import { lstatSync, rmSync, utimesSync } from 'node:fs';
import { dirname } from 'node:path';
import { lock } from 'proper-lockfile';
import { LabError } from './errors';
import { fileError, withCode } from './file-error';
import { ensureFolder } from './folder';
import { phrase } from '../text/text';

export interface LockOptions {
  /** Milliseconds after which a lock that its holder has not touched is taken over. */
  readonly stale: number;
  /** Milliseconds to wait for another holder. */
  readonly patience: number;
}

/** Milliseconds. */
const BETWEEN_LOOKS = 200;

/**
 * Takes the lock of a name, which is the folder `PATH.lock`; what is there and no lock of a living process is taken away.
 * @returns gives it back; undefined where another process held it all the time
 * @throws LabError where no lock can be made there
 */
export async function takeLock(
  path: string,
  { stale, patience }: LockOptions,
): Promise<(() => Promise<void>) | undefined> {
  ensureFolder(dirname(path));
  const retries = Math.ceil(patience / BETWEEN_LOOKS);
  const take = () =>
    lock(path, {
      realpath: false,
      stale,
      retries: { retries, factor: 1, minTimeout: BETWEEN_LOOKS, maxTimeout: BETWEEN_LOOKS },
      // A machine that slept: the work goes on, and whole-or-absent holds without the lock, too.
      onCompromised: () => undefined,
    });
  try {
    takeAwayDamage(`${path}.lock`, stale);
    const release = await take().catch((error: unknown) => {
      // One that is stale and has something in it, which no lock has.
      if (!withCode(error, 'ENOTEMPTY', 'ENOTDIR')) throw error;
      rmSync(`${path}.lock`, { recursive: true, force: true });
      return take();
    });
    return () => release().catch(() => undefined);
  } catch (error) {
    if (withCode(error, 'ELOCKED')) return undefined;
    throw fileError('made', `${path}.lock`, error);
  }
}

/** The lock of a name that another process held all the time. @param patience milliseconds */
export const heldError = (path: string, patience: number): LabError =>
  new LabError(phrase('another process has not ended what this one waits for'), {
    where: `${path}.lock`,
    why: phrase('it has it for {minutes} minutes', { minutes: patience / 60_000 }),
    next: phrase('end that process, then run this command again'),
  });

/** A lock is a folder that its holder has touched lately, and not in time to come. */
function takeAwayDamage(folder: string, stale: number): void {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isDirectory()) rmSync(folder, { force: true });
  else if (found.mtimeMs > Date.now() + stale) utimesSync(folder, new Date(), new Date());
}
