import { existsSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { runDir } from '../../../src/nodes/containers/names';
import { ROOT } from '../../../src/platform/config';
import { leftovers } from '../support/leftovers';
import type { Ground } from './ground';
import { processes } from './processes';

/** What stands of the lab after `./lab down`, a line each. */
export async function left({ place, paths }: Ground): Promise<string[]> {
  const sockets = runDir({ name: place.lab }, ROOT);
  const folders = [sockets, paths.lab, paths.stack].filter(existsSync);
  const beside = readdirSync(dirname(paths.lab)).filter((name) => name.startsWith(`${place.lab}.`));
  return [
    ...(await leftovers(place.lab, `${place.lab}-node`)),
    ...folders.map((folder) => `folder ${folder}`),
    ...beside.map((name) => `file ${name}`),
    ...processes()
      .filter(
        ({ folder, line }) => folder.startsWith(paths.stack) || line.includes(`${place.lab}-node`),
      )
      .map(({ pid, line }) => `process ${pid} ${line}`),
  ];
}
