import { z } from 'zod';
import type { Lab } from '../topology/lab';
import { labFile } from '../topology/lab-file';
import { LabError } from '../platform/errors';
import { readWhole, writeWhole } from '../platform/whole-file';
import type { Context } from './context';
import { discreet } from './discreet';
import { phrase } from '../text/text';

/** Writes down the topology that the nodes now have, whole or not at all, without values of environments. */
export function rememberApplied({ lab, paths }: Pick<Context, 'lab' | 'paths'>): void {
  writeWhole(paths.applied, `${JSON.stringify(discreet(lab), null, 2)}\n`);
}

/**
 * The topology that was last applied, made discreet; undefined where none was, or where it was destroyed since.
 * @throws LabError for a damaged file
 */
export function readApplied({ paths }: Pick<Context, 'paths'>): Lab | undefined {
  const found = readWhole(paths.applied, labFile);
  if (found.kind === 'absent' || isDestroyed(paths.state)) return undefined;
  if (found.kind === 'whole') return discreet(found.value);
  throw new LabError(phrase('what was last applied cannot be read'), {
    where: paths.applied,
    why: found.why,
    next: phrase('./lab up writes it anew; ./lab diff --against HEAD does without it'),
  });
}

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
  const found = readWhole(state, z.looseObject({ resources: z.array(z.unknown()) }));
  return found.kind === 'whole' && found.value.resources.length === 0;
}
