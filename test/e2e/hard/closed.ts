import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runDir } from '../../../src/nodes/containers/names';
import { ROOT } from '../../../src/platform/config';
import { isFolder } from '../../../src/platform/folder';
import type { Ground } from './ground';

/** Folders that others may look into, and sockets: a line each. */
function open({ place, paths }: Ground): string[] {
  return [paths.lab, paths.stack, runDir({ name: place.lab }, ROOT)].flatMap(openIn);
}

function openIn(path: string): string[] {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined || found.isSymbolicLink()) return [];
  // A bare cdktf writes files for everybody, in a folder that nobody may enter.
  const others = !found.isFile() && (found.mode & 0o077) !== 0;
  return [
    ...(others ? [`${(found.mode & 0o777).toString(8)} of ${found.uid}: ${path}`] : []),
    ...(isFolder(path) ? readdirSync(path).flatMap((name) => openIn(join(path, name))) : []),
  ];
}

/** What the lab keeps is for its user alone, also before another command closes it. @throws Error with what is not */
export function expectClosed(ground: Ground): void {
  const found = open(ground);
  if (found.length > 0) throw new Error(`open to others\n${found.join('\n')}`);
}
