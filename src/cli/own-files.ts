import { join } from 'node:path';
import type { Lab } from '../topology/lab';
import { closeRunDir } from '../nodes/containers/names';
import type { Config, labPaths } from '../platform/config';
import { closeToOthers } from '../platform/private';

/**
 * Closes to others what the lab keeps: what earlier versions, cdktf and Terraform wrote for everybody, too.
 * @throws LabError where something of it belongs to another user
 */
export function closeOwnFiles(
  { root, cacheDir }: Pick<Config, 'root' | 'cacheDir'>,
  lab: Pick<Lab, 'name'>,
  paths: ReturnType<typeof labPaths>,
): void {
  // What other labs have is below folders that are closed.
  for (const folder of [join(root, '.lab'), paths.outdir]) closeToOthers(folder, 1);
  for (const folder of [paths.lab, paths.stack]) closeToOthers(folder);
  // Programs are run from there.
  closeToOthers(cacheDir, 0);
  closeRunDir(lab, root);
}
