import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** SHA-256 of a file, in hex. */
export async function fileSha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Terraform's `h1:` hash of an unpacked provider that is one file. */
export async function providerHash(file: string, name: string): Promise<string> {
  const line = `${await fileSha256(file)}  ${name}\n`;
  return `h1:${createHash('sha256').update(line).digest('base64')}`;
}
