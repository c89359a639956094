import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  statSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { fileError, withCode } from './file-error';
import { ensureFolder, isFolder } from './folder';
import { putAside } from './put-aside';
import { type Text, phrase } from '../text/text';

/** What is at a path. Damaged is whatever is there and is not what was written: half a file, another version's, a folder. */
export type Found<T> =
  | { readonly kind: 'absent' }
  | { readonly kind: 'whole'; readonly value: T }
  | { readonly kind: 'damaged'; readonly why: Text };

export interface WriteOptions {
  /** Permissions of the file, for whoever owns it only by default. */
  readonly mode?: number;
}

/**
 * Writes a file whole or not at all, whatever ends this process or the machine: aside, to the disk, then by one rename.
 * Folders that are not there are made, for the user alone. A folder in the file's place, or a file in a folder's, is put
 * aside as `NAME.damaged`.
 * @throws LabError where it cannot be written
 */
export function writeWhole(
  file: string,
  content: string | Uint8Array,
  { mode = 0o600 }: WriteOptions = {},
): void {
  ensureFolder(dirname(file));
  const aside = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    write(aside, content, mode);
    if (isFolder(file)) putAside(file);
    renameSync(aside, file);
  } catch (error) {
    remove(aside);
    throw fileError('written', file, error);
  }
  syncFolder(dirname(file));
}

/**
 * Reads a file of JSON that is as the schema says.
 * @throws LabError where what is there may not be read
 */
export function readWhole<T>(file: string, schema: z.ZodType<T>): Found<T> {
  const found = readText(file);
  if (found.kind !== 'whole') return found;
  let content: unknown;
  try {
    content = JSON.parse(found.value);
  } catch {
    // The message of a syntax error quotes the text.
    const why =
      found.value.trim() === '' ? phrase('it is empty') : phrase('it is no JSON, or half of it');
    return { kind: 'damaged', why };
  }
  const read = schema.safeParse(content);
  if (read.success) return { kind: 'whole', value: read.data };
  const [issue] = read.error.issues;
  const place = issue?.path.join('.') ?? '';
  const why =
    place === ''
      ? phrase('it has not what it should have')
      : phrase('it has not what it should have: {place}', { place });
  return { kind: 'damaged', why };
}

/** Reads a text; an empty one is whole. @throws LabError where what is there may not be read */
export function readText(file: string): Found<string> {
  try {
    // Reading a pipe waits for somebody who writes.
    const found = statSync(file);
    if (!found.isFile() && !found.isDirectory()) {
      return { kind: 'damaged', why: phrase('it is a pipe, socket or device') };
    }
    return { kind: 'whole', value: readFileSync(file, 'utf8') };
  } catch (error) {
    const why = withCode(error, 'EISDIR')
      ? phrase('it is a folder')
      : withCode(error, 'ELOOP')
        ? phrase('it is a link that leads back to itself')
        : undefined;
    if (why !== undefined) return { kind: 'damaged', why };
    // A link to nowhere is nothing, and so is what lies below a file.
    if (withCode(error, 'ENOENT', 'ENOTDIR')) return { kind: 'absent' };
    throw fileError('read', file, error);
  }
}

function write(file: string, content: string | Uint8Array, mode: number): void {
  const bytes = Buffer.from(content);
  const descriptor = openSync(file, 'wx', mode);
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** What made it fail is told, not that this fails as well. */
function remove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    return;
  }
}

/** The rename itself is on the disk only then; where a file system cannot do that the file is whole all the same. */
function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, 'r');
    fsyncSync(descriptor);
    closeSync(descriptor);
  } catch {
    return;
  }
}
