import { readFileSync } from 'node:fs';
import type { Lab } from '../model/lab';
import { LabError } from '../system/errors';
import { writeWhole } from '../system/whole-file';
import type { Context } from './context';

/** Writes down the topology that the nodes now have, whole or not at all. */
export function rememberApplied({ lab, paths }: Pick<Context, 'lab' | 'paths'>): void {
  writeWhole(paths.applied, `${JSON.stringify(lab, null, 2)}\n`);
}

/**
 * The topology that was last applied; undefined where none was, or where it was destroyed since.
 * @throws LabError for a damaged file
 */
export function readApplied({ paths }: Pick<Context, 'paths'>): Lab | undefined {
  const text = textOf(paths.applied);
  if (text === undefined || isDestroyed(paths.state)) return undefined;
  try {
    const lab = JSON.parse(text) as Partial<Lab>;
    const lists = [lab.nodes, lab.networks, lab.containers, lab.namespacePairs];
    if (lists.every(Array.isArray) && lab.outside !== undefined) {
      return whole(lab);
    }
    throw new Error('it is no lab');
  } catch (error) {
    throw new LabError('what was last applied cannot be read', {
      where: paths.applied,
      why: String(error),
      next: 'remove the file; the next ./lab up writes it anew',
    });
  }
}

/** A lab that was written down before there were overlays or services, with none. */
export const whole = (lab: Partial<Lab>): Lab =>
  ({
    swarm: [],
    overlays: [],
    services: [],
    ...lab,
  }) as Lab;

/** The lab before anything was applied. */
export const emptyLab = (lab: Lab): Lab => ({
  ...lab,
  nodes: [],
  swarm: [],
  networks: [],
  overlays: [],
  containers: [],
  services: [],
  namespacePairs: [],
});

/** `cdktf destroy` leaves a state without resources. */
function isDestroyed(state: string): boolean {
  const text = textOf(state);
  if (text === undefined) return false;
  try {
    const { resources } = JSON.parse(text) as { readonly resources?: readonly unknown[] };
    return resources?.length === 0;
  } catch {
    return false;
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
