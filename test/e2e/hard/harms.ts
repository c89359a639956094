import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Random } from './random';
import type { Target } from './targets';

/** What happens to a file or folder that the lab keeps. */
export interface Harm {
  readonly name: string;
  /** Default: every target. */
  readonly fits?: (target: Target) => boolean;
  /** @returns false where there is nothing to do that to */
  readonly inflict: (path: string, target: Target, random: Random) => boolean;
}

const bytes = (length: number, random: Random): Buffer =>
  Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)));

/** In the file's own place, as a write that ended early or a bad disk leaves it. */
const content = (
  name: string,
  of: (old: Buffer, random: Random, target: Target) => Uint8Array | string | undefined,
): Harm => ({
  name,
  fits: ({ isFolder, older }) => isFolder !== true && (name !== 'older' || older !== undefined),
  inflict(path, target, random) {
    const changed = of(readFileSync(path), random, target);
    if (changed !== undefined) writeFileSync(path, changed);
    return changed !== undefined;
  },
});

const always = (name: string, inflict: (path: string, random: Random) => unknown): Harm => ({
  name,
  inflict(path, _target, random) {
    inflict(path, random);
    return true;
  },
});

/** Something else stands there. */
const replaced = (name: string, by: (path: string, random: Random) => unknown): Harm =>
  always(name, (path, random) => {
    rmSync(path, { recursive: true });
    by(path, random);
  });

const immutable = (path: string, on: boolean): boolean =>
  spawnSync('chattr', [on ? '+i' : '-i', path]).status === 0;

const NOBODY = 65534;

export const HARMS: readonly Harm[] = [
  content('truncated', (old) => old.subarray(0, Math.floor(old.length / 2))),
  content('empty', () => ''),
  content('random bytes', (old, random) => bytes(Math.min(old.length, 4096) + 1, random)),
  content('{}', () => '{}'),
  content('null', () => 'null'),
  content('older', (old, _random, { older }) => older?.(old.toString('utf8'))),
  always('mode 0400', (path) => chmodSync(path, lstatSync(path).isDirectory() ? 0o500 : 0o400)),
  {
    name: 'read-only',
    fits: ({ isWritten }) => isWritten !== false,
    inflict: (path) => immutable(path, true),
  },
  {
    name: 'of another user',
    inflict(path) {
      if (process.getuid?.() !== 0) return false;
      chownSync(path, NOBODY, NOBODY);
      return true;
    },
  },
  replaced('a folder in its place', (path) => mkdirSync(join(path, 'junk'), { recursive: true })),
  replaced('a file in its place', (path, random) => writeFileSync(path, bytes(100, random))),
  replaced('a pipe in its place', (path) => spawnSync('mkfifo', [path])),
  {
    name: 'junk in it',
    fits: ({ isFolder }) => isFolder === true,
    inflict(path, _target, random) {
      writeFileSync(join(path, 'junk.json'), bytes(100, random));
      for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' })) {
        const file = join(path, name);
        if (lstatSync(file).isFile()) writeFileSync(file, bytes(100, random));
      }
      return true;
    },
  },
  {
    name: 'emptied',
    fits: ({ isFolder }) => isFolder === true,
    inflict(path) {
      for (const name of readdirSync(path)) rmSync(join(path, name), { recursive: true });
      return true;
    },
  },
];

/** Lets a path be changed again. */
export function undo(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined || found.isSymbolicLink()) return;
  immutable(path, false);
  if (process.getuid?.() === 0) chownSync(path, 0, 0);
}
