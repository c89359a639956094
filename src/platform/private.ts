import { chmodSync, lstatSync, mkdirSync, readdirSync, realpathSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './config';
import { LabError } from './errors';
import { fileError, withCode } from './file-error';
import { shellQuote } from './shell';
import { phrase } from '../text/text';

/** Permissions of everybody but the owner. */
const OTHERS = 0o077;

/**
 * Makes a folder for this user alone, in one that is there; one that others may look into is closed to them.
 * @throws LabError where another user made it, or where it cannot be made
 */
export function privateFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!withCode(error, 'EEXIST')) throw fileError('made', folder, error);
  }
  closeToOthers(folder);
}

/**
 * Closes a file, socket or folder to others, and what is below it: so many levels of folders, all by default. What is not
 * there, and what goes meanwhile, is left alone; of links only the path itself is followed.
 * @throws LabError where something belongs to another user
 */
export function closeToOthers(path: string, levels = Infinity): void {
  const found = close(path);
  if (found?.isSymbolicLink() === true) {
    const target = look(() => realpathSync(path));
    if (target !== undefined) closeToOthers(target, levels);
  } else if (found !== undefined) closeBelow(path, found, levels);
}

function closeBelow(folder: string, found: Stats, levels: number): void {
  if (!found.isDirectory() || levels === 0) return;
  for (const name of look(() => readdirSync(folder)) ?? []) {
    const path = join(folder, name);
    const entry = close(path);
    if (entry !== undefined) closeBelow(path, entry, levels - 1);
  }
}

/** @returns what is there now */
function close(path: string): Stats | undefined {
  const found = look(() => lstatSync(path));
  if (found === undefined) return undefined;
  refuseForeign(path, found);
  // Root's own are as they are for anybody else.
  const ours = found.uid === process.getuid?.() && !found.isSymbolicLink();
  if (ours && (found.mode & OTHERS) !== 0) {
    look(() => chmodSync(path, found.mode & 0o7777 & ~OTHERS));
  }
  return found;
}

/**
 * Whether files of a user are used by another. Root may do everything anyway, and runs the code of the checkout's owner.
 * @param users by their numbers: who runs, whose a file is, whose the checkout is
 */
export const trusts = (users: { own: number; of: number; checkout: number }): boolean =>
  users.of === 0 || (users.own === 0 && users.of === users.checkout);

function refuseForeign(path: string, { uid }: Stats): void {
  const own = process.getuid?.();
  if (own === undefined || uid === own) return;
  if (trusts({ own, of: uid, checkout: lstatSync(ROOT).uid })) return;
  throw new LabError(phrase('a file of the lab belongs to another user'), {
    where: path,
    why: phrase(
      'it belongs to user {user}, and this command runs as user {own}: what is in it may be anything',
      { user: uid, own },
    ),
    next: phrase('if it is yours: {command}; otherwise remove it', {
      command: shellQuote(['sudo', 'chown', '--recursive', '--no-dereference', String(own), path]),
    }),
  });
}

/** What is gone, or may not be looked at, cannot be changed by us; whoever needs it says so. */
function look<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (withCode(error, 'ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS')) return undefined;
    throw error;
  }
}
