import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { labOfRevision } from '../../src/cli/revision';
import { run } from '../../src/platform/run';

const root = mkdtempSync(join(tmpdir(), 'lab-revision-'));
const FILE = 'topologies/mine.ts';
const git = (...args: string[]): void => {
  const who = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...who, ...args], { cwd: root });
};
const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};
const commit = (name: string): void => {
  git('add', '--all');
  git('commit', '--quiet', '--message', name);
  git('tag', name);
};
const topology = (name: string): string =>
  `import { outside } from './parts';\nimport type { Topology } from '../src/topology/topology';\nconst t: Topology = { name: '${name}', outside, chapters: [{ id: 'a', title: 'A' }], nodes: [{ name: 'n1', address: '10.0.0.2/24' }] };\nexport default t;\n`;

beforeAll(() => {
  git('init', '--quiet');
  write('.gitignore', '.lab/\n');
  write('topologies/parts.ts', "export const outside = { address: '10.0.0.1' };\n");
  write('topologies/old.ts', topology('older'));
  commit('first');
  write(FILE, topology('then'));
  commit('second');
  write(FILE, topology('UPPER'));
  commit('wrong');
  write(FILE, topology('now'));
});
afterAll(() => rmSync(root, { recursive: true }));
afterEach(() => expect(readdirSync(join(root, '.lab'))).toEqual([]));

const at = (revision: string, file = FILE) => labOfRevision({ root, run, file, revision });

test('the topology is the one of the revision, with what it imports', async () => {
  const { lab, commit: id } = await at('second');
  expect(lab.name).toBe('then');
  expect(lab.outside.address).toBe('10.0.0.1');
  expect(id).toMatch(/^[0-9a-f]{10}$/);
});

test('a file of another name', async () => {
  expect((await at('second:topologies/old.ts')).lab.name).toBe('older');
});

test('a checkout that may not be written is compared as well', async () => {
  const folder = join(root, '.lab');
  rmSync(folder, { recursive: true, force: true });
  symlinkSync('/proc/self/task', folder);
  try {
    expect((await at('second')).lab.name).toBe('then');
  } finally {
    rmSync(folder);
    mkdirSync(folder);
  }
});

test.each([
  ['nowhere', 'unknown revision "nowhere"'],
  ['--output=x', 'unknown revision "--output=x"'],
  ['', 'unknown revision ""'],
  ['second; touch x', 'unknown revision "second; touch x"'],
  ['first', `first has no ${FILE}`],
  ['second:../../etc.ts', 'second has no ../../etc.ts'],
])('%s is one error with exit code 2', async (revision, what) => {
  mkdirSync(join(root, '.lab'), { recursive: true });
  await expect(at(revision)).rejects.toMatchObject({
    name: 'LabError',
    what,
    exitCode: 2,
    details: { next: expect.stringMatching(/\S/) as string },
  });
  expect(readdirSync(root)).not.toContain('x');
});

test('nothing is made for a revision that there is not', async () => {
  rmSync(join(root, '.lab'), { recursive: true, force: true });
  await expect(at('nowhere')).rejects.toThrow('unknown revision');
  expect(existsSync(join(root, '.lab'))).toBe(false);
  mkdirSync(join(root, '.lab'));
});

test('a topology that cannot be used is named as it is in the revision', async () => {
  await expect(at('wrong')).rejects.toMatchObject({
    exitCode: 2,
    details: { where: `wrong:${FILE}: name` },
  });
});
