import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { lock } from 'proper-lockfile';

/** A lock whose holder has not touched it for this long (ms) is taken over. */
const STALE = 20_000;
const RETRY = 200;
const PATIENCE = 40 * 60_000;

/**
 * Runs `work` while no other process or caller runs something under the same name.
 * The lock of a process that died is taken over after 20 s.
 */
export async function withLock<T>(
  cacheDir: string,
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  const folder = join(cacheDir, 'locks');
  await mkdir(folder, { recursive: true });
  const release = await lock(join(folder, name), {
    realpath: false,
    stale: STALE,
    retries: { retries: PATIENCE / RETRY, factor: 1, minTimeout: RETRY, maxTimeout: RETRY },
    // A machine that slept: the work goes on, and whole-or-absent holds without the lock, too.
    onCompromised: () => undefined,
  });
  try {
    return await work();
  } finally {
    await release().catch(() => undefined);
  }
}

/**
 * The folder `key` of the cache; `make` fills it where it is absent. It is whole or absent: filled aside and
 * renamed, so that a failed or killed run leaves nothing that looks finished.
 */
export async function cached(
  cacheDir: string,
  key: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const final = join(cacheDir, key);
  if (existsSync(final)) return final;
  return withLock(cacheDir, key, async () => {
    if (existsSync(final)) return final;
    await removePartials(final);
    const aside = `${final}.partial-${randomUUID()}`;
    await mkdir(aside, { recursive: true });
    try {
      await make(aside);
      await rename(aside, final);
    } catch (error) {
      await rm(aside, { recursive: true, force: true });
      if (!existsSync(final)) throw error;
    }
    return final;
  });
}

async function removePartials(final: string): Promise<void> {
  const prefix = `${basename(final)}.partial-`;
  const names = (await readdir(dirname(final))).filter((name) => name.startsWith(prefix));
  const all = names.map((name) => rm(join(dirname(final), name), { recursive: true, force: true }));
  await Promise.all(all);
}

/** Twelve hex digits that stand for the content of files and for the words that matter besides. */
export async function contentHash(
  files: readonly string[],
  words: readonly string[] = [],
): Promise<string> {
  const hash = createHash('sha256');
  for (const word of words) hash.update(`${word}\0`);
  for (const file of files) {
    hash.update(`${basename(file)}\0`);
    hash.update(await readFile(file));
    hash.update('\0');
  }
  return hash.digest('hex').slice(0, 12);
}
