import { execFile, execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../src/platform/config';

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
    if (file === '' || /^(test|docs|bench|src\/fuzz|provider|images)\//.test(file)) continue;
    mkdirSync(dirname(inCheckout(file)), { recursive: true });
    cpSync(join(ROOT, file), inCheckout(file));
  }
  symlinkSync(join(ROOT, 'node_modules'), inCheckout('node_modules'));
});
afterAll(() => rmSync(checkout, { recursive: true }));

async function lab(args: readonly string[] = ['--help'], env: NodeJS.ProcessEnv = {}) {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [inCheckout('src/tool/start.cjs'), 'lab', ...args],
    { cwd: checkout, env: { ...process.env, ...env } },
  );
  return stdout;
}

const record = () =>
  JSON.parse(readFileSync(join(dist, 'build.json'), 'utf8')) as { readonly folder: string };

const output = (name: string): string => join(dist, record().folder, name);

/** True where what was built last is used. */
const isUsed = (version = process.version): boolean => {
  const program = `Object.defineProperty(process, 'version', { value: '${version}' });
    process.exit(require('./src/tool/built.cjs').newest() === undefined ? 1 : 0);`;
  return spawnSync(process.execPath, ['-e', program], { cwd: checkout }).status === 0;
};

function edit(file: string, change: (text: string) => string): () => void {
  const text = readFileSync(inCheckout(file), 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(inCheckout(file), changed);
  return () => writeFileSync(inCheckout(file), text);
}

beforeAll(() => lab());

test('what is built is used as long as it is of these sources', () => {
  expect(isUsed()).toBe(true);
  edit('topologies/docker-networking.ts', (text) => `${text}\n`);
  expect(isUsed()).toBe(true);
});

test('a changed source counts at once, whatever its times say', async () => {
  const { mtime } = statSync(inCheckout('src/cli/verbs/index.ts'));
  const undo = edit('src/cli/verbs/index.ts', (text) =>
    text.replace('Docker hosts', 'Docker HOSTS'),
  );
  utimesSync(inCheckout('src/cli/verbs/index.ts'), mtime, mtime);
  expect(await lab()).toContain('the Docker HOSTS alone');
  undo();
  expect(await lab()).toContain('the Docker hosts alone');
});

test.each([
  ['a source that a part of the tool imports', 'src/topology/replicas.ts'],
  ['the program of the report', 'src/report/html/client/main.ts'],
  ['its style', 'src/report/html/style/print.css'],
  ['what builds the page', 'src/report/html/assets.cjs'],
  ['what builds the tool', 'src/tool/build.cjs'],
  ['the lock file', 'package-lock.json'],
])('%s is a source', (_what, file) => {
  const undo = edit(file, (text) => `${text}\n`);
  expect(isUsed()).toBe(false);
  undo();
  expect(isUsed()).toBe(true);
});

test('a file that comes or goes counts: an import may mean it', () => {
  writeFileSync(inCheckout('src/cli/verbs.ts'), '');
  expect(isUsed()).toBe(false);
  rmSync(inCheckout('src/cli/verbs.ts'));
  expect(isUsed()).toBe(true);
  renameSync(inCheckout('src/cli/fitted.ts'), inCheckout('fitted.ts'));
  expect(isUsed()).toBe(false);
  renameSync(inCheckout('fitted.ts'), inCheckout('src/cli/fitted.ts'));
});

test('another Node.js builds anew', () => expect(isUsed('v99.0.0')).toBe(false));

const sameSize = (file: string): void =>
  writeFileSync(file, Buffer.alloc(statSync(file).size, 'x'));

test.each<[string, () => void]>([
  ['an output that is cut off', () => truncateSync(output('tool.cjs'), 1000)],
  ['an empty output', () => truncateSync(output('tool.cjs'), 0)],
  ['an output of the same size', () => sameSize(output('stacks.cjs'))],
  ['an output that is gone', () => rmSync(output('page.json'))],
  ['a folder that is gone', () => rmSync(join(dist, record().folder), { recursive: true })],
  ['a record that is cut off', () => truncateSync(join(dist, 'build.json'), 20)],
  ['a record of something else', () => writeFileSync(join(dist, 'build.json'), '{"folder":""}')],
])('%s is not used', (_what, damage) => {
  const whole = mkdtempSync(join(checkout, 'whole-'));
  cpSync(dist, whole, { recursive: true });
  damage();
  expect(isUsed()).toBe(false);
  rmSync(dist, { recursive: true });
  renameSync(whole, dist);
  expect(isUsed()).toBe(true);
});

test('what is damaged is made anew', async () => {
  rmSync(join(dist, 'build.json'));
  mkdirSync(join(dist, 'build.json', 'x'), { recursive: true });
  expect(await lab()).toContain('Usage: lab');
  expect(isUsed()).toBe(true);
});

test('several that build at once all work', async () => {
  rmSync(dist, { recursive: true, force: true });
  const all = await Promise.all([lab(), lab(), lab()]);
  for (const help of all) expect(help).toContain('Usage: lab');
  expect(isUsed()).toBe(true);
});

test('nobody else can read or change it, whatever the umask', () => {
  rmSync(dist, { recursive: true, force: true });
  execFileSync('sh', [
    '-c',
    'umask 000; exec "$@"',
    'sh',
    process.execPath,
    inCheckout('src/tool/start.cjs'),
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
  const undo = edit('src/cli/fitted.ts', (text) => text.replace('import', 'imp ort'));
  await expect(lab()).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringMatching(
      /^Error: The tool cannot be compiled\n {2}where: src\/cli\/fitted\.ts:1\n {2}why: .*\n {2}next: .*\n$/,
    ) as string,
  });
  undo();
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
