import {
  chmodSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LabError } from '../../src/platform/errors';
import { closeToOthers, privateFolder, trusts } from '../../src/platform/private';
import { run } from '../../src/platform/run';

const folder = mkdtempSync(join(tmpdir(), 'lab-private-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => jest.restoreAllMocks());
let count = 0;
const fresh = (): string => join(folder, String((count += 1)));
const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

/** A folder, a file and a program that others may read and write. */
function loose(): string {
  const path = fresh();
  mkdirSync(join(path, 'sub'), { recursive: true });
  for (const [name, bits] of [
    ['state', 0o666],
    ['program', 0o755],
  ] as const) {
    writeFileSync(join(path, 'sub', name), '');
    chmodSync(join(path, 'sub', name), bits);
  }
  chmodSync(join(path, 'sub'), 0o777);
  chmodSync(path, 0o755);
  return path;
}

/** Lets a path belong to somebody else: really where root does it, else by being somebody else. */
function another(path: string): void {
  const own = process.getuid!();
  if (own === 0) lchownSync(path, 4242, 4242);
  else jest.spyOn(process, 'getuid').mockReturnValue(own + 1);
}

function refusal(work: () => void): LabError {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(LabError);
    return error as LabError;
  }
  throw new Error('it was not refused');
}

test('root uses the files of whose code it runs, and no other user does', () => {
  const [own, of, checkout] = [0, 1000, 1000];
  expect(trusts({ own, of, checkout })).toBe(true);
  expect(trusts({ own, of, checkout: 1001 })).toBe(false);
  expect(trusts({ own: 1001, of, checkout })).toBe(false);
  expect(trusts({ own: 1001, of: 0, checkout })).toBe(true);
});

describe('what is closed to others', () => {
  test('is every folder and file below, and a program can still be run', () => {
    const path = loose();
    closeToOthers(path);
    const all = [path, join(path, 'sub'), join(path, 'sub/state'), join(path, 'sub/program')];
    expect(all.map(mode)).toEqual(['700', '700', '600', '700']);
  });

  test('is as deep as is said', () => {
    const path = loose();
    closeToOthers(path, 1);
    expect([path, join(path, 'sub'), join(path, 'sub/state')].map(mode)).toEqual([
      ...['700', '700', '666'],
    ]);
  });

  test('is a socket, too', async () => {
    const path = fresh();
    const server = createServer();
    await new Promise<void>((listening) => server.listen(path, listening));
    chmodSync(path, 0o660);
    closeToOthers(path);
    const found = mode(path);
    await new Promise((closed) => server.close(closed));
    expect(found).toBe('600');
  });

  test('is not what a link in it leads to; a folder that is a link itself is', () => {
    const outside = loose();
    const path = fresh();
    mkdirSync(path);
    symlinkSync(outside, join(path, 'link'));
    closeToOthers(path);
    expect(mode(outside)).toBe('755');
    closeToOthers(join(path, 'link'));
    expect(mode(outside)).toBe('700');
  });

  test('may not be there', () => {
    expect(() => closeToOthers(join(fresh(), 'nothing'))).not.toThrow();
  });
});

describe('what another user owns is refused, with both users and the command', () => {
  test.each(['.', 'sub', 'sub/state'])('%s', (name) => {
    const path = loose();
    const whose = join(path, name);
    another(whose);
    const { what, details, exitCode } = refusal(() => closeToOthers(path));
    expect({ what, exitCode }).toEqual({
      what: 'a file of the lab belongs to another user',
      exitCode: 2,
    });
    expect(details.why).toMatch(/belongs to user \d+, and this command runs as user \d+/);
    expect(details.next).toContain(`chown --recursive --no-dereference`);
  });

  test('a link is one of them', () => {
    const path = fresh();
    mkdirSync(path);
    symlinkSync('/', join(path, 'link'));
    another(join(path, 'link'));
    refusal(() => closeToOthers(path));
  });

  test('a folder that is to be for the user alone', () => {
    const path = fresh();
    mkdirSync(path);
    another(path);
    refusal(() => privateFolder(path));
  });
});

test('a folder for the user alone is made so, and one that is there becomes so', () => {
  const made = fresh();
  privateFolder(made);
  expect(mode(made)).toBe('700');
  const there = loose();
  privateFolder(there);
  expect(mode(there)).toBe('700');
});

test('what a closed command writes is for the user alone, and nothing of that stays', async () => {
  const path = fresh();
  const before = process.umask();
  await run(['sh', '-c', 'echo 1 >"$0"', path], { closed: true });
  expect(mode(path)).toBe('600');
  expect(readFileSync(path, 'utf8')).toBe('1\n');
  expect(process.umask()).toBe(before);
});
