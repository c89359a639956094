import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';
import { putAside } from '../../src/platform/put-aside';
import { readText, readWhole, writeWhole } from '../../src/platform/whole-file';

const root = mkdtempSync(join(tmpdir(), 'lab-whole-'));
afterAll(() => rmSync(root, { recursive: true }));
let count = 0;
const fresh = (): string => join(root, '.lab', String((count += 1)), 'sub', 'file.json');

const schema = z.object({ n: z.number(), list: z.array(z.string()) });
const value = { n: 1, list: ['a'] };
const TEXT = JSON.stringify(value);

/** A file with this in its place. */
const damaged = (content: string | Buffer): string => {
  const file = fresh();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
};

describe('a file that is written whole', () => {
  test('is read as it was written, and nothing is beside it', () => {
    const file = fresh();
    writeWhole(file, TEXT);
    writeWhole(file, TEXT);
    expect(readWhole(file, schema)).toEqual({ kind: 'whole', value });
    expect(readdirSync(dirname(file))).toEqual(['file.json']);
  });

  test('is for the user alone, and so are the folders that are made for it', () => {
    const file = fresh();
    writeWhole(file, TEXT);
    const modes = [file, dirname(file), dirname(dirname(file))].map((path) => statSync(path).mode);
    expect(modes.map((mode) => mode & 0o777)).toEqual([0o600, 0o700, 0o700]);
    writeWhole(file, TEXT, { mode: 0o640 });
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  test('keeps bytes as they are', () => {
    const file = fresh();
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        writeWhole(file, bytes);
        expect(readFileSync(file).equals(Buffer.from(bytes))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test('takes the place of a folder, which is put aside', () => {
    const file = fresh();
    mkdirSync(join(file, 'inside'), { recursive: true });
    mkdirSync(`${file}.damaged`);
    writeWhole(file, TEXT);
    expect(readWhole(file, schema).kind).toBe('whole');
    expect(existsSync(`${file}.damaged/inside`)).toBe(true);
  });

  test.each(['nowhere', 'file.json', '..'])('takes the place of a link to %s', (target) => {
    const file = fresh();
    mkdirSync(dirname(file), { recursive: true });
    symlinkSync(target, file);
    writeWhole(file, TEXT);
    expect(readWhole(file, schema).kind).toBe('whole');
  });

  test.each([
    ['a file', (path: string) => writeFileSync(path, 'mine')],
    ['a link to nowhere', (path: string) => symlinkSync('nowhere', path)],
    ['a link to itself', (path: string) => symlinkSync(path, path)],
  ])('gets its folder where %s has its name', (_what, make) => {
    const file = fresh();
    mkdirSync(dirname(dirname(file)), { recursive: true });
    make(dirname(file));
    writeWhole(file, TEXT);
    expect(readWhole(file, schema).kind).toBe('whole');
    expect(readdirSync(dirname(dirname(file))).sort()).toEqual(['sub', 'sub.damaged']);
  });

  test('leaves what is not the lab’s where it is', () => {
    const folder = join(root, 'another', 'cache');
    mkdirSync(dirname(folder));
    writeFileSync(folder, 'mine');
    expect(() => writeWhole(join(folder, 'file.json'), TEXT)).toThrow(/cannot be made/);
    expect(readFileSync(folder, 'utf8')).toBe('mine');
  });
});

describe('a file that is read', () => {
  test('is absent where nothing is, and where a link leads to nothing', () => {
    expect(readWhole(fresh(), schema)).toEqual({ kind: 'absent' });
    const file = damaged('');
    expect(readText(join(file, 'below'))).toEqual({ kind: 'absent' });
    rmSync(file);
    symlinkSync('nowhere', file);
    expect(readText(file)).toEqual({ kind: 'absent' });
  });

  test.each([
    ['', 'it is empty'],
    ['\0\0\0\0', 'it is no JSON, or half of it'],
    ['{}', 'it has not what it should have: n'],
    ['5', 'it has not what it should have'],
    ['{"n":1,"list":["a",null]}', 'it has not what it should have: list.1'],
  ])('is damaged where it is %j', (content, why) => {
    expect(readWhole(damaged(content), schema)).toEqual({ kind: 'damaged', why });
  });

  test('is damaged where it is cut anywhere, and never shows what it holds', () => {
    for (let at = 0; at < TEXT.length; at += 1) {
      expect(readWhole(damaged(TEXT.slice(0, at)), schema).kind).toBe('damaged');
    }
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), (bytes) => {
        expect(readWhole(damaged(Buffer.from(bytes)), schema).kind).toBe('damaged');
      }),
      { numRuns: 50 },
    );
    expect(JSON.stringify(readWhole(damaged('{"password":"hunter2"'), schema))).not.toMatch(/hun/);
  });

  test('is damaged where it is a folder, or a link to itself', () => {
    const file = damaged('');
    expect(readText(dirname(file))).toEqual({ kind: 'damaged', why: 'it is a folder' });
    rmSync(file);
    symlinkSync(file, file);
    expect(readText(file)).toMatchObject({ kind: 'damaged' });
  });
});

test('what is put aside can be found, and the last is kept', () => {
  const file = damaged('one');
  expect(putAside(file)).toBe(`${file}.damaged`);
  writeFileSync(file, 'two');
  putAside(file);
  expect(readFileSync(`${file}.damaged`, 'utf8')).toBe('two');
});

test('what the file system refuses is a known error that names the file', () => {
  const file = '/proc/1/none/file.json';
  const refused = expect.objectContaining({ name: 'LabError', exitCode: 2 }) as Error;
  expect(() => writeWhole(file, TEXT)).toThrow(refused);
  expect(() => putAside(join(root, 'none'))).toThrow(refused);
});

// Root may read and write everything.
(process.getuid?.() === 0 ? test.skip : test)('a permission that is missing is named', () => {
  const file = damaged(TEXT);
  chmodSync(file, 0);
  expect(() => readText(file)).toThrow(/cannot be read/);
  chmodSync(dirname(file), 0o500);
  expect(() => writeWhole(file, TEXT)).toThrow(/cannot be written/);
  chmodSync(dirname(file), 0o700);
});
