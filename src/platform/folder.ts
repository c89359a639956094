import { lstatSync, mkdirSync, statSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import { fileError } from './file-error';
import { putAside } from './put-aside';

/** Folders below which everything is the lab's own. */
const OWN = ['.lab', 'cdktf.out', 'docker-network-lab'];

/**
 * Makes a folder and those above it that are not there, for the user alone. What stands where one of the lab's own is to
 * be and is none, such as a file or a link to nowhere, is put aside as `NAME.damaged`.
 * @throws LabError where it cannot be made
 */
export function ensureFolder(folder: string): void {
  if (isFolder(folder)) return;
  try {
    if (dirname(folder) !== folder) ensureFolder(dirname(folder));
    // Not with `recursive`, which never returns for a folder of /proc that cannot be.
    if (isOurs(folder) && lstatSync(folder, { throwIfNoEntry: false })) putAside(folder);
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process may have been faster.
    if (!isFolder(folder)) throw fileError('made', folder, error);
  }
}

/** Whether a folder, or a link to one, has this path. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

const isOurs = (path: string): boolean => path.split(sep).some((part) => OWN.includes(part));
