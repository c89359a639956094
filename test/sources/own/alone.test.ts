import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { compile } from '../../../src/sources/own/compile';
import { loadTopology } from '../../../src/sources/own/load';
import { LIMITS, startProcess, type Limits } from '../../../src/sources/own/process';
import { ROOT } from '../../../src/platform/config';
import { describeError, LabError } from '../../../src/platform/errors';

const folder = mkdtempSync(join(tmpdir(), 'lab-alone-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HEAD =
  "name: 'mine', outside: { address: '10.0.0.1' }, chapters: [{ id: 'a', title: 'A' }], nodes: [{ name: 'n1', address: '10.0.0.2/24' }]";
const GOOD = `export default { ${HEAD} };`;

jest.setTimeout(120_000);

let made = 0;
function file(text: string, end = 'ts'): string {
  const path = join(folder, `topology-${(made += 1)}.${end}`);
  writeFileSync(path, text);
  return path;
}

/** The error of a topology as a person reads it. */
const errorOf = (text: string, end?: string): Promise<string> =>
  loadTopology(file(text, end)).then(
    (lab) => `no error: ${JSON.stringify(lab)}`,
    (error: unknown) =>
      error instanceof LabError && error.exitCode === 2
        ? describeError(error)
        : `crash: ${String(error)}`,
  );

async function answer(text: string, limits: Partial<Limits>) {
  const { text: module } = await compile(file(text));
  return startProcess({ ...LIMITS, ...limits }).run(module);
}

describe('a topology cannot', () => {
  it('decide how the lab ends', async () => {
    const error = await errorOf(`process.exit(0);\n${GOOD}`);
    expect(error).toContain('Error: The topology file gives no topology');
    expect(error).toContain('it ended its process with exit code 0');
    expect(error).toContain('next:');
  });

  it('keep the lab waiting by what it started', async () => {
    await expect(
      loadTopology(file(`setInterval(() => {}, 1000);\n${GOOD}`)),
    ).resolves.toBeDefined();
  });

  it('keep the lab waiting for what never comes', async () => {
    expect(await errorOf(`await new Promise(() => {});\n${GOOD}`)).toContain(
      'it waits for something that never comes',
    );
  });

  it.each([
    ['a loop', 'while (true);'],
    ['a timer that is waited for', 'await new Promise(() => setInterval(() => {}, 1000));'],
    ['a getter', 'export default { get name() { while (true); } };'],
    ['a loop that ignores signals', 'process.on("SIGTERM", () => {}); while (true);'],
  ])('hang the lab: %s', async (_what, text) => {
    const { said, ended } = await answer(text, { time: 3000 });
    expect(said).toBeUndefined();
    expect(ended).toEqual('it is not done after 3 s');
  });

  it('fill the memory with its answer', async () => {
    const text = `export default { name: 'x'.repeat(2000) };`;
    const { said, ended } = await answer(text, { answer: 1000 });
    expect(said).toBeUndefined();
    expect(ended).toEqual('it is larger than 1000 bytes');
  });

  it('go on after the answer', async () => {
    const left = join(folder, 'left');
    const text = `import { writeFileSync } from 'node:fs';
      process.on('exit', () => writeFileSync(${JSON.stringify(left)}, ''));\n${GOOD}`;
    const { said } = await answer(text, {});
    expect(said).toMatchObject({ kind: 'exported' });
  });

  it('reach a descriptor of the lab, or use more of the processor than a minute', async () => {
    const text = `import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
      const open = readdirSync('/proc/self/fd').flatMap((fd) => {
        try { return [readlinkSync('/proc/self/fd/' + fd)] } catch { return [] } });
      const cpu = /Max cpu time +(\\d+)/.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
      export default { open: open.filter((one) => /^\\/(?!proc\\/|dev\\/null$)/.test(one)), cpu };`;
    const { said } = await answer(text, {});
    expect(said).toMatchObject({ kind: 'exported', value: { cpu: '60', open: [] } });
  });
});

test('a promise that nobody looks after is an error at its place', async () => {
  const error = await errorOf(`\nPromise.reject(new Error('lost'));\n${GOOD}`);
  expect(error).toMatch(
    /^Error: The topology file cannot be loaded\n.*topology-\d+\.ts:2\n.*lost\n/,
  );
});

test('what has to be waited for is waited for', async () => {
  const text = `const name = await Promise.resolve('later');\nexport default { ${HEAD.replace("'mine'", 'name')} };`;
  await expect(loadTopology(file(text))).resolves.toMatchObject({ name: 'later' });
});

test('each value is read once', async () => {
  const text = `let reads = 0;
    export default { ${HEAD.replace("'mine'", "'mine'")}, get title() { reads += 1; return 'read ' + reads; } };`;
  await expect(loadTopology(file(text))).resolves.toMatchObject({ title: 'read 1' });
});

test('JSON is a topology, too', async () => {
  const text = JSON.stringify({
    name: 'json',
    outside: { address: '10.0.0.1' },
    chapters: [{ id: 'a', title: 'A' }],
    nodes: [{ name: 'n1', address: '10.0.0.2/24' }],
  });
  await expect(loadTopology(file(text, 'json'))).resolves.toMatchObject({ name: 'json' });
  expect(await errorOf(text.slice(0, -1), 'json')).toContain('cannot be loaded');
});

test.each([
  ['title: () => 1', 'title is a function'],
  ['title: undefined', 'title is undefined'],
  ['title: 5n', 'title is a BigInt'],
  ['title: Symbol("a")', 'title is a symbol'],
  ['title: NaN', 'title is NaN'],
  ['title: -Infinity', 'title is -Infinity'],
  ['title: new Date()', 'title is a Date'],
  ['title: new Map()', 'title is a Map'],
  ['title: new Set()', 'title is a Set'],
  ['title: /a/', 'title is a RegExp'],
  ['title: new String("a")', 'title is a String'],
  ['title: Promise.resolve("a")', 'title is a promise'],
  ['[Symbol("key")]: 1', 'it has a key that is a symbol'],
  ['containers: [{ name: "a" }, , { name: "b" }]', 'containers[1] is a gap'],
  ['containers: [{ environment: { ["__proto__"]: "a" } }]', '__proto__ is a name that JavaScript'],
  ['get title() { throw new Error("no title"); }', 'title throws when it is read: no title'],
  ['get title() { throw { get message() { throw 1; } }; }', 'title throws when it is read: '],
  [
    'networks: new Proxy([], { get() { throw new Error("proxy"); } })',
    'throws when it is read: proxy',
  ],
  ['nodes: new Proxy({}, { ownKeys() { throw new Error("keys"); } })', 'when it is read: keys'],
  [
    'containers: (() => { const a = []; a.push(a); return a; })()',
    'containers[0] is what it is in',
  ],
  [
    'containers: (() => { let a = []; for (let i = 0; i < 100; i += 1) a = [a]; return a; })()',
    'is 64 levels down',
  ],
  [
    'containers: (() => { let a = ["x"]; for (let i = 0; i < 30; i += 1) a = [a, a]; return a; })()',
    'is too much',
  ],
  ['title: "x".repeat(60_000_000)', 'title is too much'],
])('what is no data is told with its place: %s', async (text, says) => {
  const error = await errorOf(`const last = 1;\nexport default { ${HEAD}, ${text} };`);
  expect(error.split('\n')[0]).toContain(`Error: The topology is not data: `);
  expect(error.split('\n')[0]).toContain(says);
  expect(error.split('\n')).toHaveLength(4);
});

test('a package of a folder above is not loaded', async () => {
  const evil = join(folder, 'node_modules', 'helper');
  mkdirSync(evil, { recursive: true });
  writeFileSync(join(evil, 'index.js'), `exports.name = 'evil';`);
  const below = join(folder, 'below');
  mkdirSync(below, { recursive: true });
  const text = `import { name } from 'helper';\nexport default { ${HEAD.replace("'mine'", 'name')} };`;
  writeFileSync(join(below, 'topology.ts'), text);
  await expect(loadTopology(join(below, 'topology.ts'))).rejects.toMatchObject({
    details: { why: expect.stringContaining(`found at ${evil}`) as string },
  });
  writeFileSync(join(folder, 'beside.ts'), text);
  await expect(loadTopology(join(folder, 'beside.ts'))).resolves.toMatchObject({ name: 'evil' });
});

test('a file knows where it is, whatever imports it', async () => {
  mkdirSync(join(folder, 'parts'), { recursive: true });
  writeFileSync(join(folder, 'parts', 'name.txt'), 'beside');
  writeFileSync(
    join(folder, 'parts', 'part.ts'),
    `import { readFileSync } from 'node:fs';
     export const name = readFileSync(__dirname + '/name.txt', 'utf8');
     export const url = import.meta.url;`,
  );
  const text = `import { name, url } from './parts/part';
    export default { ${HEAD.replace("'mine'", 'name')}, title: url };`;
  await expect(loadTopology(file(text))).resolves.toMatchObject({
    name: 'beside',
    title: `file://${join(folder, 'parts', 'part.ts')}`,
  });
});

describe('when the lab is ended', () => {
  async function started(text: string): Promise<{ lab: ChildProcess; topology: number }> {
    const id = join(folder, `pid-${(made += 1)}`);
    const before = `import { renameSync, writeFileSync } from 'node:fs';
      writeFileSync('${id}.new', String(process.pid)); renameSync('${id}.new', '${id}');`;
    const lab = spawn(process.execPath, ['src/tool/start.cjs', 'lab', 'explain', 'a', 'b'], {
      cwd: ROOT,
      stdio: 'ignore',
      env: { ...process.env, LAB_TOPOLOGY: file(`${before}\n${text}`) },
    });
    while (!existsSync(id)) await pause(20);
    return { lab, topology: Number(readFileSync(id, 'utf8')) };
  }

  async function gone(id: number): Promise<void> {
    while (existsSync(`/proc/${id}`)) await pause(20);
  }

  it.each(['SIGINT', 'SIGTERM'] as const)('by %s, its topology ends', async (signal) => {
    const { lab, topology } = await started('while (true);');
    const ended = new Promise((done) => lab.once('close', (_code, by) => done(by)));
    lab.kill(signal);
    await expect(ended).resolves.toBe(signal);
    await gone(topology);
  });

  it('without a chance to say so, its topology ends', async () => {
    const { lab, topology } = await started(
      'await new Promise(() => setInterval(() => {}, 1000));',
    );
    lab.kill('SIGKILL');
    await gone(topology);
  });
});
