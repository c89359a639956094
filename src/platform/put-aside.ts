import { renameSync, rmSync } from 'node:fs';
import { fileError } from './file-error';

/**
 * Puts what is at a path out of the way, to `NAME.damaged`, where a person finds it; one from before is written over.
 * @returns the path that it has now
 * @throws LabError where it cannot be moved
 */
export function putAside(path: string): string {
  const aside = `${path}.damaged`;
  try {
    rmSync(aside, { recursive: true, force: true });
    renameSync(path, aside);
  } catch (error) {
    throw fileError('moved', path, error);
  }
  return aside;
}
