import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { cached, contentHash, withLock } from '../../src/toolchain/cache';
import { ROOT } from '../../src/platform/config';
import { scratch } from './support';

const fill = (text: string) => (folder: string) =>
  Promise.resolve(writeFileSync(join(folder, 'file'), text));

test('what is in the cache is not made again', async () => {
  const cache = scratch();
  await cached(cache, 'key', fill('first'));
  const folder = await cached(cache, 'key', () => Promise.reject(new Error('made twice')));
  expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('first');
});

test('a failed making leaves nothing, and the next one succeeds', async () => {
  const cache = scratch();
  const half = async (folder: string): Promise<void> => {
    await fill('half')(folder);
    throw new Error('power cut');
  };
  await expect(cached(cache, 'key', half)).rejects.toThrow('power cut');
  expect(readdirSync(cache)).toEqual(['locks']);
  const folder = await cached(cache, 'key', fill('whole'));
  expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('whole');
});

test('nothing stands under the key while it is being made', async () => {
  const cache = scratch();
  await cached(cache, 'key', async (folder) => {
    await fill('half')(folder);
    expect(existsSync(join(cache, 'key'))).toBe(false);
  });
});

test('what a killed run left aside is removed', async () => {
  const cache = scratch();
  mkdirSync(join(cache, 'key.partial-dead'));
  await cached(cache, 'key', fill('whole'));
  expect(readdirSync(cache).sort()).toEqual(['key', 'locks']);
});

test('two callers at once make it once', async () => {
  const cache = scratch();
  let made = 0;
  const make = async (folder: string): Promise<void> => {
    made += 1;
    await pause(50);
    await fill('x')(folder);
  };
  await Promise.all([cached(cache, 'key', make), cached(cache, 'key', make)]);
  expect(made).toBe(1);
});

test('two processes at once make it once', async () => {
  const cache = scratch();
  const program = `
    import { appendFileSync } from 'node:fs';
    import { setTimeout as pause } from 'node:timers/promises';
    import { cached } from '${join(ROOT, 'src/toolchain/cache.ts')}';
    cached('${cache}', 'key', async () => { appendFileSync('${cache}/made', 'x'); await pause(1000); })
      .catch((error) => { console.error(error); process.exit(1); });`;
  const file = join(cache, 'make.ts');
  writeFileSync(file, program);
  const start = () =>
    promisify(execFile)(process.execPath, ['src/tool/run.cjs', file], { cwd: ROOT });
  await Promise.all([start(), start()]);
  expect(readFileSync(join(cache, 'made'), 'utf8')).toBe('x');
}, 30_000);

test('the lock of a process that died is taken over', async () => {
  const cache = scratch();
  const left = join(cache, 'locks', 'key.lock');
  mkdirSync(left, { recursive: true });
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(left, longAgo, longAgo);
  await expect(withLock(cache, 'key', () => Promise.resolve('done'))).resolves.toBe('done');
});

test('the hash follows content, names and words, not the place', async () => {
  const [one, two] = [scratch(), scratch()];
  for (const folder of [one, two]) writeFileSync(join(folder, 'Dockerfile'), 'FROM scratch');
  const hash = await contentHash([join(one, 'Dockerfile')], ['trixie']);
  expect(hash).toMatch(/^[0-9a-f]{12}$/);
  expect(await contentHash([join(two, 'Dockerfile')], ['trixie'])).toBe(hash);
  expect(await contentHash([join(two, 'Dockerfile')], ['sid'])).not.toBe(hash);
  writeFileSync(join(two, 'Dockerfile'), 'FROM scratch\n');
  expect(await contentHash([join(two, 'Dockerfile')], ['trixie'])).not.toBe(hash);
});
