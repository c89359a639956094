import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { goPlatform } from '../../src/toolchain/machine';
import { downloadTerraform, findTerraform, flavourOf } from '../../src/toolchain/terraform';
import { configOf, contextOf, failed, fakeRun, ok } from './support';

const version = (number: string) => ok(`Warning\n{ "terraform_version": "${number}" }`);

test('terraform on PATH is used', async () => {
  const { run } = fakeRun(() => version('1.11.4'));
  expect(await findTerraform(contextOf(run))).toEqual({ binary: 'terraform', version: '1.11.4' });
});

test('tofu is used where terraform is missing or too old', async () => {
  const { run } = fakeRun(([binary]) => version(binary === 'terraform' ? '1.4.9' : '1.10.6'));
  expect((await findTerraform(contextOf(run)))?.binary).toBe('tofu');
  expect(flavourOf('/opt/tofu')).toBe('tofu');
});

test.each([
  ['missing', failed('no such file')],
  ['too old', version('1.4.9')],
])('the one that the user chose is an error where it is %s', async (_name, answer) => {
  const context = contextOf(fakeRun(() => answer).run, configOf({ terraformBinary: 'mine' }));
  await expect(findTerraform(context)).rejects.toMatchObject({ what: 'mine cannot be used' });
});

/** A zip archive with a licence and a deflated `terraform`. */
function archive(content: string): Buffer {
  const files = [
    { name: 'LICENSE.txt', data: Buffer.from('free'), method: 0 },
    { name: 'terraform', data: deflateRawSync(content), method: 8 },
  ];
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, method } of files) {
    const local = Buffer.alloc(30);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    parts.push(local, Buffer.from(name), data);
    directory.push(entry, Buffer.from(name));
    at += 30 + name.length + data.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

const serving =
  (body: Buffer): typeof fetch =>
  () =>
    Promise.resolve(new Response(new Uint8Array(body)));

test('a download with the right checksum is unpacked', async () => {
  const config = configOf();
  const body = archive('#!/bin/sh');
  const sums = { [goPlatform()]: createHash('sha256').update(body).digest('hex') };
  const binary = await downloadTerraform(config, serving(body), sums);
  expect(readFileSync(binary, 'utf8')).toBe('#!/bin/sh');
});

test('a download with another checksum is refused and leaves nothing', async () => {
  const config = configOf();
  const sums = { [goPlatform()]: '0'.repeat(64) };
  const binary = downloadTerraform(config, serving(archive('evil')), sums);
  await expect(binary).rejects.toMatchObject({ exitCode: 2 });
  expect(existsSync(join(config.cacheDir, `terraform-1.11.4-${goPlatform()}`))).toBe(false);
});

test('without a network the error says what to install', async () => {
  const down: typeof fetch = () =>
    Promise.reject(new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND') }));
  const binary = downloadTerraform(configOf(), down, { [goPlatform()]: '0' });
  await expect(binary).rejects.toMatchObject({ details: { why: 'getaddrinfo ENOTFOUND' } });
});
