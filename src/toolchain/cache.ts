import { createHash, randomUUID } from 'node:crypto';
import { existsSync, lstatSync } from 'node:fs';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ensureFolder } from '../platform/folder';
import { heldError, takeLock } from '../platform/lock';
import type { Reporter } from './reporter';
import { conditionOf, seal } from './seal';
import { phrase } from '../text/text';

/** A lock whose holder has not touched it for this long (ms) is taken over. */
const STALE = 20_000;
const PATIENCE = 40 * 60_000;

/**
 * Runs `work` while no other process or caller runs something under the same name.
 * The lock of a process that died is taken over after 20 s.
 * @throws LabError where another process never ends it
 */
export async function withLock<T>(
  cacheDir: string,
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  const path = join(cacheDir, 'locks', name);
  const release = await takeLock(path, { stale: STALE, patience: PATIENCE });
  if (release === undefined) throw heldError(path, PATIENCE);
  try {
    return await work();
  } finally {
    await release();
  }
}

export interface CacheOptions {
  /** Whether a folder of an earlier version, which has no seal, is whole; default: it is taken to be. */
  readonly verify?: (folder: string) => boolean | Promise<boolean>;
  /** Told where what was in the cache is damaged and made anew. */
  readonly reporter?: Pick<Reporter, 'announce'> | undefined;
}

/**
 * The folder `key` of the cache; `make` fills it where it is absent or damaged. It is whole or absent: filled aside,
 * sealed and renamed, so that a failed or killed run leaves nothing that looks finished.
 */
export async function cached(
  cacheDir: string,
  key: string,
  make: (folder: string) => Promise<void>,
  { verify = () => true, reporter }: CacheOptions = {},
): Promise<string> {
  const final = join(cacheDir, key);
  if (await isUsable(final, verify)) return final;
  return withLock(cacheDir, key, async () => {
    if (await isUsable(final, verify)) return final;
    if (lstatSync(final, { throwIfNoEntry: false }) !== undefined) {
      reporter?.announce(phrase('{name} in the cache is damaged: making it anew', { name: key }));
      await rm(final, { recursive: true, force: true });
    }
    await removePartials(final);
    const aside = `${final}.partial-${randomUUID()}`;
    ensureFolder(aside);
    try {
      await make(aside);
      await seal(aside);
      await rename(aside, final);
    } catch (error) {
      await rm(aside, { recursive: true, force: true });
      if (!existsSync(final)) throw error;
    }
    return final;
  });
}

async function isUsable(
  folder: string,
  verify: NonNullable<CacheOptions['verify']>,
): Promise<boolean> {
  if (lstatSync(folder, { throwIfNoEntry: false }) === undefined) return false;
  const condition = await conditionOf(folder);
  if (condition !== 'unsealed') return condition === 'whole';
  const whole = await Promise.resolve()
    .then(() => verify(folder))
    .catch(() => false);
  // A cache that may only be read is used as it is.
  if (whole) await seal(folder).catch(() => undefined);
  return whole;
}

/** Whether what is under a key can be used as it is. */
export const isCached = (
  cacheDir: string,
  key: string,
  { verify = () => true }: CacheOptions = {},
): Promise<boolean> => isUsable(join(cacheDir, key), verify);

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
