import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const BLOCK = 512;
const SIZE = { at: 124, length: 12 } as const;
const SUM = { at: 148, length: 8 } as const;

/** Whether a tar archive goes on to its end: every header is one, and the mark of the end is there. */
export function tarIsComplete(file: string): boolean {
  const descriptor = openSync(file, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const header = Buffer.alloc(BLOCK);
    for (let at = 0; at + BLOCK <= size;) {
      readSync(descriptor, header, 0, BLOCK, at);
      if (header.every((byte) => byte === 0)) return true;
      if (sumOf(header) !== octal(header, SUM)) return false;
      at += BLOCK * (1 + Math.ceil(sizeOf(header) / BLOCK));
    }
    return false;
  } finally {
    closeSync(descriptor);
  }
}

const octal = (header: Buffer, { at, length }: typeof SIZE | typeof SUM): number =>
  parseInt(
    header
      .toString('latin1', at, at + length)
      .replace(/\0.*$/s, '')
      .trim() || '0',
    8,
  );

/** Large sizes are written as bytes, marked by their first bit. */
function sizeOf(header: Buffer): number {
  if ((header[SIZE.at]! & 0x80) === 0) return octal(header, SIZE);
  return header
    .subarray(SIZE.at + 4, SIZE.at + SIZE.length)
    .reduce((sum, byte) => sum * 256 + byte, 0);
}

/** The sum of the header's bytes, its own taken for spaces. */
const sumOf = (header: Buffer): number =>
  header.reduce(
    (sum, byte, at) => sum + (at >= SUM.at && at < SUM.at + SUM.length ? 0x20 : byte),
    0,
  );
