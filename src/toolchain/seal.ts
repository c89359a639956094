import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isFolder } from '../platform/folder';
import { readSealed, writeSealed } from '../platform/sealed-file';
import { fileSha256 } from './dirhash';

/** Name of the file that says what else is in a folder of the cache; it is written last. */
const SEAL = 'seal.json';
const SCHEMA = 1;

interface SealedFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  /** What no write leaves as it is: while it is the same the content need not be read. */
  readonly seen: string;
}

interface Content {
  readonly files: readonly SealedFile[];
}

/** Writes down what is in a folder: each file with its size and digest. @throws LabError where it cannot be written */
export async function seal(folder: string): Promise<void> {
  const files: SealedFile[] = [];
  for (const path of filesBelow(folder)) {
    const file = join(folder, path);
    const { size, seen } = look(file);
    // Names of one file are read once.
    const twin = files.find((one) => one.seen === seen);
    files.push({ path, size, sha256: twin?.sha256 ?? (await fileSha256(file)), seen });
  }
  writeSealed(join(folder, SEAL), SCHEMA, { files } satisfies Content);
}

/** `unsealed`: a folder of an earlier version, of which nobody wrote down what is in it. */
export type Condition = 'whole' | 'damaged' | 'unsealed';

/** Whether a folder holds what was sealed in it, no more and no less. Only what was touched since is read. */
export async function conditionOf(folder: string): Promise<Condition> {
  if (!isFolder(folder)) return 'damaged';
  try {
    const found = readSealed<Content>(join(folder, SEAL), SCHEMA);
    if (found.kind === 'absent') return 'unsealed';
    if (found.kind === 'damaged') return 'damaged';
    return await compare(folder, found.value);
  } catch {
    return 'damaged';
  }
}

async function compare(folder: string, { files }: Content): Promise<Condition> {
  const paths = filesBelow(folder);
  if (paths.join('\n') !== files.map(({ path }) => path).join('\n')) return 'damaged';
  let touched = false;
  for (const { path, size, sha256, seen } of files) {
    const now = look(join(folder, path));
    if (now.size !== size) return 'damaged';
    if (now.seen === seen) continue;
    touched = true;
    if ((await fileSha256(join(folder, path))) !== sha256) return 'damaged';
  }
  if (touched) await seal(folder).catch(() => undefined);
  return 'whole';
}

/** Every file below a folder but the seal, in order. */
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => path !== SEAL)
    .sort();

function look(file: string): { readonly size: number; readonly seen: string } {
  const { size, ino, mtimeMs, ctimeMs } = statSync(file);
  return { size, seen: [ino, size, mtimeMs, ctimeMs].join(' ') };
}
