import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { cached, isCached } from '../../src/toolchain/cache';
import { conditionOf, seal } from '../../src/toolchain/seal';
import { tarIsComplete } from '../../src/toolchain/tar';
import { scratch } from './support';
import type { Text } from '../../src/text/text';
import { english } from '../../src/text/tell';

const filled = (): string => {
  const folder = scratch();
  mkdirSync(join(folder, 'below'));
  writeFileSync(join(folder, 'one'), 'first file');
  writeFileSync(join(folder, 'below', 'two'), 'second file');
  linkSync(join(folder, 'one'), join(folder, 'twin'));
  return folder;
};

describe('a sealed folder', () => {
  test('is whole, also as a copy, whose files have other times', async () => {
    const folder = filled();
    expect(await conditionOf(folder)).toBe('unsealed');
    await seal(folder);
    expect(await conditionOf(folder)).toBe('whole');
    const copy = join(scratch(), 'copy');
    cpSync(folder, copy, { recursive: true });
    expect(await conditionOf(copy)).toBe('whole');
  });

  test.each([
    ['a truncated file', (at: string) => truncateSync(join(at, 'one'), 3)],
    [
      'other bytes of the same length',
      (at: string) => writeFileSync(join(at, 'one'), 'FIRST FILE'),
    ],
    ['an empty file', (at: string) => writeFileSync(join(at, 'below', 'two'), '')],
    ['a file less', (at: string) => rmSync(join(at, 'twin'))],
    ['a file more', (at: string) => writeFileSync(join(at, 'below', 'more'), '')],
    [
      'a folder in place of a file',
      (at: string) => {
        rmSync(join(at, 'one'));
        mkdirSync(join(at, 'one'));
      },
    ],
    [
      'a link to nowhere',
      (at: string) => {
        rmSync(join(at, 'one'));
        symlinkSync('nowhere', join(at, 'one'));
      },
    ],
    ['half a seal', (at: string) => truncateSync(join(at, 'seal.json'), 20)],
    ['an empty seal', (at: string) => writeFileSync(join(at, 'seal.json'), '')],
  ])('is damaged with %s', async (_what, harm) => {
    const folder = filled();
    await seal(folder);
    harm(folder);
    expect(await conditionOf(folder)).toBe('damaged');
  });
});

describe('the cache', () => {
  const fill = (text: string) => (folder: string) =>
    Promise.resolve(writeFileSync(join(folder, 'file'), text));

  test('makes anew what is damaged, and says so once', async () => {
    const cache = scratch();
    const said: string[] = [];
    const options = { reporter: { announce: (text: Text) => void said.push(english(text)) } };
    const folder = await cached(cache, 'key', fill('whole'), options);
    appendFileSync(join(folder, 'file'), 'x');
    expect(await isCached(cache, 'key')).toBe(false);
    await cached(cache, 'key', fill('again'), options);
    await cached(cache, 'key', fill('never'), options);
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('again');
    expect(said).toEqual(['key in the cache is damaged: making it anew']);
  });

  test.each([
    ['a file', (path: string) => writeFileSync(path, 'x')],
    ['a link to nowhere', (path: string) => symlinkSync('nowhere', path)],
  ])('makes a folder where %s has its name', async (_what, harm) => {
    const cache = scratch();
    harm(join(cache, 'key'));
    const folder = await cached(cache, 'key', fill('whole'));
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('whole');
  });

  test('takes over what an earlier version made where that is whole', async () => {
    const cache = scratch();
    const folder = join(cache, 'key');
    mkdirSync(folder);
    writeFileSync(join(folder, 'file'), 'whole');
    const verify = (at: string) => readFileSync(join(at, 'file'), 'utf8') === 'whole';
    await cached(cache, 'key', fill('never'), { verify });
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('whole');
    rmSync(join(folder, 'seal.json'));
    writeFileSync(join(folder, 'file'), 'half');
    await cached(cache, 'key', fill('again'), { verify });
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('again');
  });
});

test('a tar archive is complete to its end, and nowhere before it', () => {
  const folder = scratch();
  const content = join(folder, 'content');
  mkdirSync(join(content, 'x'.repeat(120)), { recursive: true });
  writeFileSync(join(content, 'x'.repeat(120), 'file'), 'y'.repeat(3000));
  writeFileSync(join(content, 'empty'), '');
  const file = join(folder, 'file.tar');
  execFileSync('tar', ['--create', '--file', file, '--directory', content, '.']);
  expect(tarIsComplete(file)).toBe(true);
  const whole = readFileSync(file);
  const end = whole.length - [...whole].reverse().findIndex((byte) => byte !== 0);
  const cut = join(folder, 'cut.tar');
  for (let at = 0; at < end; at += 100) {
    writeFileSync(cut, whole.subarray(0, at));
    expect(tarIsComplete(cut)).toBe(false);
  }
  writeFileSync(cut, Buffer.alloc(2000, 'z'));
  expect(tarIsComplete(cut)).toBe(false);
});
