import { execFile, execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../system/config';

jest.setTimeout(240_000);

/** A checkout of its own, so that its sources can be changed. */
const checkout = mkdtempSync(join(tmpdir(), 'lab-built-'));
const dist = join(checkout, 'dist');
const inCheckout = (file: string): string => join(checkout, file);

beforeAll(() => {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  for (const file of listed.split('\n')) {
    if (file === '' || /^(test|docs|bench|fuzz|provider|images)\//.test(file)) continue;
    mkdirSync(dirname(inCheckout(file)), { recursive: true });
    cpSync(join(ROOT, file), inCheckout(file));
  }
  symlinkSync(join(ROOT, 'node_modules'), inCheckout('node_modules'));
});
afterAll(() => rmSync(checkout, { recursive: true }));

async function lab(args: readonly string[] = ['--help'], env: NodeJS.ProcessEnv = {}) {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [inCheckout('tool/start.cjs'), 'lab', ...args],
    { cwd: checkout, env: { ...process.env, ...env } },
  );
  return stdout;
}

const record = () =>
  JSON.parse(readFileSync(join(dist, 'build.json'), 'utf8')) as {
    readonly folder: string;
    readonly files: readonly string[];
  };

/** True where `work` makes a build necessary. */
async function rebuilds(work: () => void): Promise<boolean> {
  await lab();
  const { folder } = record();
  work();
  expect(await lab()).toContain('Usage: lab');
  return record().folder !== folder;
}

const edit = (file: string, from: string, to: string): void => {
  const text = readFileSync(inCheckout(file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(inCheckout(file), text.replace(from, to));
};

test('what is built is used as long as it is of these sources', async () => {
  expect(await rebuilds(() => undefined)).toBe(false);
  expect(
    await rebuilds(() => appendFileSync(inCheckout('topologies/docker-networking.ts'), '\n')),
  ).toBe(false);
});

test('a changed source counts at once', async () => {
  await lab();
  const { mtime, atime } = statSync(inCheckout('cli/verbs/index.ts'));
  edit('cli/verbs/index.ts', 'the Docker hosts alone', 'the Docker hosts, alone');
  // Also where its times say that nothing was changed.
  execFileSync('touch', ['-m', '-d', mtime.toISOString(), inCheckout('cli/verbs/index.ts')]);
  expect(atime).toBeDefined();
  expect(await lab()).toContain('the Docker hosts, alone');
});

test.each([
  ['a source that a part of the tool imports', 'model/replicas.ts'],
  ['the program of the report', 'reports/html/client/main.ts'],
  ['its style', 'reports/html/style/print.css'],
  ['a script of the build', 'reports/html/assets.cjs'],
  ['the lock file', 'package-lock.json'],
])('%s is a source', async (_what, file) => {
  expect(await rebuilds(() => appendFileSync(inCheckout(file), '\n'))).toBe(true);
});

test('a file that comes before another one of the same name counts', async () => {
  await lab();
  // `./verbs` is a folder until there is such a file.
  writeFileSync(inCheckout('cli/verbs.ts'), 'export const VERBS = [];');
  expect(await lab()).not.toContain('the Docker hosts');
  rmSync(inCheckout('cli/verbs.ts'));
  expect(await lab()).toContain('the Docker hosts');
});

test('another Node.js builds anew', async () => {
  const { files } = record();
  const program = `Object.defineProperty(process, 'version', { value: 'v99.0.0' });
    console.log(require('./tool/built.cjs').newest() === undefined);`;
  expect(files.length).toBeGreaterThan(100);
  expect(execFileSync(process.execPath, ['-e', program], { cwd: checkout, encoding: 'utf8' })).toBe(
    'true\n',
  );
});

const output = (name: string): string => join(dist, record().folder, name);

test.each<[string, () => void]>([
  ['an output that is cut off', () => truncateSync(output('tool.cjs'), 1000)],
  ['an empty output', () => truncateSync(output('tool.cjs'), 0)],
  [
    'an output of the same size',
    () =>
      writeFileSync(output('stacks.cjs'), Buffer.alloc(statSync(output('stacks.cjs')).size, 'x')),
  ],
  ['an output that is gone', () => rmSync(output('page.json'))],
  ['a folder that is gone', () => rmSync(join(dist, record().folder), { recursive: true })],
  ['a record that is cut off', () => truncateSync(join(dist, 'build.json'), 20)],
  [
    'a record of something else',
    () => writeFileSync(join(dist, 'build.json'), '{"folder":"../x"}'),
  ],
  [
    'a record that is a folder',
    () => {
      rmSync(join(dist, 'build.json'));
      mkdirSync(join(dist, 'build.json', 'x'), { recursive: true });
    },
  ],
])('%s is made anew', async (_what, damage) => {
  await lab();
  damage();
  expect(await lab()).toContain('Usage: lab');
  expect(await rebuilds(() => undefined)).toBe(false);
});

test('several that build at once all work', async () => {
  rmSync(dist, { recursive: true, force: true });
  const all = await Promise.all([lab(), lab(), lab()]);
  for (const help of all) expect(help).toContain('Usage: lab');
  expect(await rebuilds(() => undefined)).toBe(false);
});

test('nobody else can read or change it, whatever the umask', async () => {
  rmSync(dist, { recursive: true, force: true });
  execFileSync('sh', [
    '-c',
    'umask 000; exec "$@"',
    'sh',
    process.execPath,
    inCheckout('tool/start.cjs'),
    'lab',
    '--help',
  ]);
  const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);
  expect(mode(dist)).toBe('700');
  expect(mode(join(dist, record().folder))).toBe('700');
  for (const name of readdirSync(join(dist, record().folder)))
    expect(mode(output(name))).toBe('600');
  expect(mode(join(dist, 'build.json'))).toBe('600');
});

test('where nothing can be written the tool works nevertheless', async () => {
  rmSync(dist, { recursive: true, force: true });
  writeFileSync(dist, 'in the way');
  expect(await lab()).toContain('Usage: lab');
  rmSync(dist);
});

test('sources that cannot be compiled are one error', async () => {
  edit('cli/fitted.ts', 'import', 'imp ort');
  await expect(lab()).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringMatching(
      /^Error: The tool cannot be compiled\n {2}where: cli\/fitted\.ts:1\n {2}why: .*\n {2}next: .*\n$/,
    ) as string,
  });
  edit('cli/fitted.ts', 'imp ort', 'import');
});

test('no code is loaded from the folder of temporary files', async () => {
  const temporary = mkdtempSync(join(tmpdir(), 'lab-prepared-'));
  const log = join(temporary, 'opened');
  const spy = join(checkout, 'spy.cjs');
  // Everything that a program of Node.js opens, and everything that it loads.
  writeFileSync(
    spy,
    `const fs = require('node:fs'); const Module = require('node:module');
     const { appendFileSync } = fs; const note = (file) => {
       if (typeof file === 'string') appendFileSync(${JSON.stringify(log)}, file + '\\n'); };
     for (const name of ['openSync', 'open', 'readFileSync', 'readFile', 'statSync', 'readdirSync', 'existsSync']) {
       const real = fs[name]; fs[name] = function (file, ...rest) { note(file); return real.call(this, file, ...rest); }; }
     const resolve = Module._resolveFilename; Module._resolveFilename = function (...args) {
       const found = resolve.apply(this, args); note(found); return found; };`,
  );
  await lab(['explain', 'test4', 'test3'], { TMPDIR: temporary, NODE_OPTIONS: `--require ${spy}` });
  const opened = readFileSync(log, 'utf8').split('\n');
  expect(opened.length).toBeGreaterThan(100);
  expect(opened.filter((file) => file.startsWith(temporary) && file !== log)).toEqual([]);
  rmSync(temporary, { recursive: true });
});
