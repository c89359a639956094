import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Lab } from '../topology/lab';
import { rebuild } from '../nodes/containers/rebuild';
import type { Inventory } from '../nodes/inventory';
import { findInventory, writeInventory } from '../nodes/inventory-file';
import { labPaths } from '../platform/config';
import type { LabError } from '../platform/errors';
import { isFolder } from '../platform/folder';
import { putAside } from '../platform/put-aside';
import type { Run } from '../platform/run';
import type { Text } from '../text/text';
import { phrase } from '../text/text';

export interface HealRequest {
  readonly lab: Lab;
  /** Absolute path of the checkout. */
  readonly root: string;
  readonly run: Run;
  /** Says something to a person. */
  readonly remark: (text: Text) => void;
  /** The command makes the inventory anew, or the lab is to go whatever it was. */
  readonly replaced?: boolean;
}

/**
 * The inventory, made anew from the node containers that run where it is damaged. Where it also told how hosts are
 * reached by ssh nobody else knows that: it stays as it is, for `nodes up`.
 * @returns undefined where there is none, or none that can be read
 * @throws LabError where it may not be read
 */
export async function healInventory(request: HealRequest): Promise<Inventory | undefined> {
  const { lab, root, run, remark, replaced = false } = request;
  const { inventory: file, lab: folder } = labPaths(root, lab.name);
  const found = findInventory(file);
  if (found.kind === 'whole') return found.value;
  if (found.kind === 'absent' || (!replaced && reachedBySsh(folder).size > 0)) return undefined;
  const made = replaced ? undefined : await rebuild({ lab, root, run });
  const values = { file: relative(root, file), why: found.why };
  try {
    const aside = relative(root, putAside(file));
    if (made !== undefined) writeInventory(file, made);
    remark(
      made === undefined
        ? phrase('{file} cannot be read ({why}): put aside as {aside}.', { ...values, aside })
        : phrase('{file} could not be read ({why}): made anew from the nodes that run.', values),
    );
  } catch (error) {
    // A command that only looks needs no file.
    if (replaced || made === undefined) throw error;
    const { what } = error as LabError;
    remark(phrase('{file} cannot be read ({why}): {what}', { ...values, what }));
  }
  return made;
}

/**
 * The backend of nodes that do not say it, where the inventory does not tell either and some of them were reached by
 * ssh: machines of Vagrant's have no other way in, and hosts of the user's are named.
 */
export function backendOfHosts({ lab, root }: Pick<HealRequest, 'lab' | 'root'>) {
  const hosts = reachedBySsh(labPaths(root, lab.name).lab);
  const node = lab.nodes.find(({ name, backend }) => backend === undefined && hosts.has(name));
  if (node === undefined) return undefined;
  return node.ssh === undefined ? 'vagrant' : 'remote';
}

/** Names of nodes for which a configuration of ssh was written. */
function reachedBySsh(folder: string): ReadonlySet<string> {
  const configurations = join(folder, 'ssh');
  const names = isFolder(configurations) ? readdirSync(configurations) : [];
  return new Set(names.flatMap((name) => /^(.+)\.conf$/.exec(name)?.[1] ?? []));
}
