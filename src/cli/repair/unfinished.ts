import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileError } from '../../platform/file-error';
import { writeWhole } from '../../platform/whole-file';
import type { Context } from '../context';

type Place = Pick<Context, 'paths'>;

const fileOf = ({ paths }: Place): string => join(paths.lab, 'repair.json');

/** A repair that somebody wants begins: where it is interrupted, the next `up` goes on with it. @throws LabError */
export const beginRepair = (place: Place): void => writeWhole(fileOf(place), '{}\n');

/** Whether a repair was interrupted. */
export const isRepairUnfinished = (place: Place): boolean => existsSync(fileOf(place));

/** It came to its end, whatever it could mend. @throws LabError */
export function endRepair(place: Place): void {
  const file = fileOf(place);
  try {
    rmSync(file, { recursive: true, force: true });
  } catch (error) {
    throw fileError('removed', file, error);
  }
}
