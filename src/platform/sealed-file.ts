import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readWhole, writeWhole, type Found } from './whole-file';
import { phrase } from '../text/text';

/** What every sealed file has besides what it holds. */
export interface Sealed {
  /** Raised by its writer with every change of what it holds. */
  readonly schema: number;
  /** SHA-256 of what it holds. */
  readonly seal: string;
}

const envelope = z.looseObject({ schema: z.number(), seal: z.string() });

const sealOf = (schema: number, text: string): string =>
  createHash('sha256').update(`${schema} ${text}`).digest('hex');

/**
 * Writes an object as JSON with a seal, whole or not at all: what is read is what was written, by the same version, to
 * the last character. For what only this program writes.
 */
export function writeSealed(file: string, schema: number, content: object): void {
  const text = JSON.stringify(content);
  const seal = sealOf(schema, text);
  writeWhole(file, JSON.stringify({ schema, seal, ...(JSON.parse(text) as object) }));
}

/** Reads what `writeSealed` wrote. @throws LabError where it may not be read */
export function readSealed<T extends object>(file: string, schema: number): Found<T & Sealed> {
  const found = readWhole(file, envelope);
  if (found.kind !== 'whole') return found;
  const { schema: written, seal, ...content } = found.value;
  if (written !== schema)
    return { kind: 'damaged', why: phrase('another version of the lab wrote it') };
  if (sealOf(schema, JSON.stringify(content)) !== seal) {
    return { kind: 'damaged', why: phrase('it is not what was written') };
  }
  return { kind: 'whole', value: found.value as unknown as T & Sealed };
}
