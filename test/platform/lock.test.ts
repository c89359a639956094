import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { takeLock } from '../../src/platform/lock';

const root = mkdtempSync(join(tmpdir(), 'lab-lock-'));
afterAll(() => rmSync(root, { recursive: true }));
let count = 0;
const fresh = (): string => {
  const path = join(root, 'docker-network-lab', String((count += 1)), 'name');
  mkdirSync(dirname(path), { recursive: true });
  return path;
};
const at = (path: string, seconds: number): void => {
  const time = new Date(Date.now() + seconds * 1000);
  utimesSync(path, time, time);
};

const quick = { stale: 5_000, patience: 400 };

test('one holder at a time, and what was taken is given back', async () => {
  const path = fresh();
  const release = await takeLock(path, quick);
  expect(await takeLock(path, quick)).toBeUndefined();
  await release?.();
  expect(existsSync(`${path}.lock`)).toBe(false);
  await (
    await takeLock(path, quick)
  )?.();
});

test.each([
  ['a file', (lock: string) => writeFileSync(lock, 'x')],
  [
    'an old folder with something in it',
    (lock: string) => {
      mkdirSync(join(lock, 'junk'), { recursive: true });
      at(lock, -60);
    },
  ],
])('%s in its place is taken away', async (_what, make) => {
  const path = fresh();
  make(`${path}.lock`);
  const release = await takeLock(path, quick);
  expect(release).toBeDefined();
  await release?.();
});

test('a lock from time to come grows old like any other', async () => {
  const path = fresh();
  mkdirSync(`${path}.lock`);
  at(`${path}.lock`, 3600);
  expect(await takeLock(path, quick)).toBeUndefined();
  at(`${path}.lock`, -6);
  await (
    await takeLock(path, quick)
  )?.();
});

test('a file in place of the folder of locks is put aside', async () => {
  const path = fresh();
  rmSync(dirname(path), { recursive: true });
  writeFileSync(dirname(path), 'x');
  await (
    await takeLock(path, quick)
  )?.();
  expect(existsSync(`${dirname(path)}.damaged`)).toBe(true);
});
