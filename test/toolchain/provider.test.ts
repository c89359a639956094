import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { providerHash } from '../../src/toolchain/dirhash';
import { findGo } from '../../src/toolchain/go';
import { compareVersions } from '../../src/toolchain/versions';
import { lockFile, placeProvider } from '../../src/toolchain/provider';
import { configOf, fakeRun, ok, scratch } from './support';

test('the h1 hash is the one of sha256sum of the sorted list of files', async () => {
  const file = join(scratch(), 'binary');
  writeFileSync(file, 'content');
  const inner = createHash('sha256').update('content').digest('hex');
  const outer = createHash('sha256').update(`${inner}  name\n`).digest('base64');
  expect(await providerHash(file, 'name')).toBe(`h1:${outer}`);
});

function built(): string {
  const folder = scratch();
  mkdirSync(join(folder, 'terraform.d'));
  for (const flavour of ['terraform', 'tofu'] as const) {
    writeFileSync(join(folder, `${flavour}.terraform.lock.hcl`), lockFile(flavour, 'h1:x'));
  }
  return folder;
}

test('the provider is placed where synthesis looks, and taken away online', async () => {
  const config = configOf({ root: scratch() });
  const place = join(config.root, '.lab', '_provider');
  const folder = built();
  await placeProvider(config, folder);
  expect(readlinkSync(join(place, 'terraform.d'))).toBe(join(folder, 'terraform.d'));
  const lock = () => readFileSync(join(place, '.terraform.lock.hcl'), 'utf8');
  expect(lock()).toContain('"registry.terraform.io/kreuzwerker/docker"');
  await placeProvider(config, folder, 'tofu');
  expect(lock()).toContain('"registry.opentofu.org/kreuzwerker/docker"');
  const newer = built();
  await placeProvider(config, newer, 'tofu');
  expect(readlinkSync(join(place, 'terraform.d'))).toBe(join(newer, 'terraform.d'));
  await placeProvider(config, undefined);
  expect(existsSync(place)).toBe(false);
});

test.each([
  ['1.25.8', '1.25.8', 0],
  ['1.26', '1.25.8', 1],
  ['1.25.10', '1.25.8', 2],
  ['1.9', '1.10', -1],
])('version %s against %s', (a, b, sign) => expect(compareVersions(a, b)).toBe(sign));

test.each([
  ['go1.26.8', {}],
  ['go1.24.4', { GOTOOLCHAIN: 'auto' }],
  ['go1.19.8', undefined],
])('%s builds a module for 1.25.8 with %j', async (version, env) => {
  const go = await findGo(fakeRun(() => ok(`${version}\n`)).run, '1.25.8');
  expect(go?.env).toEqual(env);
});
