import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadTopology } from '../../../src/sources/own/load';

const root = join(__dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'lab-load-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HEAD =
  "name: 'mine', outside: { address: '10.0.0.1' }, chapters: [{ id: 'a', title: 'A' }], nodes: [{ name: 'n1', address: '10.0.0.2/24' }]";

const FILES: Readonly<Record<string, string>> = {
  'good.ts': `const t: { name: string } = { ${HEAD} };\nexport default t;`,
  'module.mts': `export default { ${HEAD} };`,
  'syntax.ts': 'const topology = { name: "a"\n  nodes: [] };\nexport default topology;',
  'broken-import.ts': 'import x from "./syntax";\nexport default x;',
  'named.ts': `export const topology = { ${HEAD} };`,
  'commonjs.cjs': `module.exports = { ${HEAD} };`,
  'number.ts': 'export default 5;',
  'list.ts': 'export default [];',
  'other.ts': 'export default { version: 3, services: {} };',
  'empty.ts': '',
  'throws.ts': '\nthrow new Error("boom\\nsecond line");',
  'throws-text.ts': 'throw "boom";',
  'missing-import.ts': 'import x from "./nowhere";\nexport default x;',
  'compose.yaml': 'services: {}',
  'wrong.ts': `export default { ${HEAD}, containers: [{ name: 'c0', node: 'n2', image: 'b' }, { name: 'c1', node: 'n1', image: 'b', networks: ['nope'] }] };`,
};

type Result = { lab?: string; text?: string; exitCode?: number; crash?: string };
let results: Readonly<Record<string, Result>>;

beforeAll(() => {
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  mkdirSync(join(folder, 'folder.ts'));
  execFileSync('mkfifo', [join(folder, 'pipe.ts')]);
  const names = [...Object.keys(FILES), 'folder.ts', 'pipe.ts', 'absent.ts', 'good.ts/below.ts'];
  const output = execFileSync(
    process.execPath,
    [
      ...['src/tool/run.cjs', 'test/sources/own/load-each.ts'],
      ...names.map((name) => join(folder, name)),
      'topologies/docker-networking.ts',
    ],
    { cwd: root, encoding: 'utf8' },
  );
  results = JSON.parse(output) as typeof results;
}, 30_000);

test.each([
  ['good.ts', 'mine'],
  ['module.mts', 'mine'],
])('%s is loaded', (name, lab) => expect(results[join(folder, name)]).toEqual({ lab }));

test('a path from the working directory is loaded', () => {
  expect(results['topologies/docker-networking.ts']).toEqual({ lab: 'docker-networking' });
});

test.each([
  [
    'syntax.ts',
    'The topology file cannot be loaded',
    'syntax.ts:2',
    'Expected "}" but found "nodes"',
  ],
  ['broken-import.ts', 'The topology file cannot be loaded', 'syntax.ts:2', 'Expected "}"'],
  [
    'named.ts',
    'The topology file has no default export',
    'named.ts',
    'only `export default` counts',
  ],
  ['commonjs.cjs', 'The topology file has no default export', 'commonjs.cjs', 'only'],
  ['empty.ts', 'The topology file has no default export', 'empty.ts', 'only'],
  ['number.ts', 'The default export is not a topology', 'number.ts', 'no object'],
  ['list.ts', 'The default export is not a topology', 'list.ts', 'no object'],
  ['other.ts', 'The default export is not a topology', 'other.ts', 'no object'],
  ['throws.ts', 'The topology file cannot be loaded', 'throws.ts:2', 'boom'],
  ['throws-text.ts', 'The topology file cannot be loaded', 'throws-text.ts', 'boom'],
  ['missing-import.ts', 'The topology file cannot be loaded', 'missing-import.ts:1', '"./nowhere"'],
  [
    'compose.yaml',
    'The topology file is no TypeScript file',
    'compose.yaml',
    'ends in none of .ts',
  ],
  ['folder.ts', 'The topology is not a file', 'folder.ts', 'it is a folder'],
  ['pipe.ts', 'The topology is not a file', 'pipe.ts', 'it is a pipe'],
  ['absent.ts', 'There is no such topology file', 'absent.ts', 'nothing has this path'],
  ['good.ts/below.ts', 'The topology file cannot be read', 'below.ts', 'ENOTDIR'],
])('%s is one clear error: %s', (name, what, where, why) => {
  const { text = '', exitCode } = results[join(folder, name)]!;
  const lines = text.split('\n');
  expect(exitCode).toBe(2);
  expect(lines[0]).toBe(`Error: ${what}`);
  expect(lines[1]).toBe(`  where: ${join(folder, where.replace('below.ts', name))}`);
  expect(lines[2]).toContain(why);
  expect(lines[3]).toMatch(/^ {2}next: {2}\S/);
  expect(lines).toHaveLength(4);
});

test('a topology with problems: the first is the error, the others are under it', () => {
  const file = join(folder, 'wrong.ts');
  expect(results[file]).toEqual({
    exitCode: 2,
    text: [
      'Error: The topology cannot be used: unknown node "n2"',
      `  where: ${file}: containers[0] (c0).node`,
      '  why:   the topology declares no node of this name',
      '  next:  did you mean "n1"?',
      '  also:  containers[1] (c1).networks[0]: unknown network "nope" (there is: bridge)',
    ].join('\n'),
  });
});

test('many problems are counted, not listed without end', async () => {
  const file = join(folder, 'many.ts');
  const containers =
    "Array.from({ length: 40 }, (_, i) => ({ name: `c${i}`, node: 'x', image: 'b' }))";
  writeFileSync(file, `export default { ${HEAD}, containers: ${containers} };`);
  await expect(loadTopology(file)).rejects.toMatchObject({
    exitCode: 2,
    details: { next: expect.stringMatching(/\n {2}and 9 more$/) as string },
  });
});
