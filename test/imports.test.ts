import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';

const ROOT = join(__dirname, '..');

/** What each file imports of ours, types included: `import/no-cycle` of ESLint reads over those. */
function imports(): Map<string, string[]> {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const files = new Set(listed.split('\n').filter((file) => file !== ''));
  return new Map([...files].map((file) => [file, importsOf(file, files)]));
}

const importsOf = (file: string, files: ReadonlySet<string>): string[] =>
  [...read(file).matchAll(/(?:from|import\() *'(\.[^']*)'/g)].flatMap(([, path = '']) => {
    const target = join(dirname(file), path);
    return [target, `${target}.ts`, `${target}/index.ts`].filter((one) => files.has(one));
  });

function read(file: string): string {
  try {
    return readFileSync(join(ROOT, file), 'utf8');
  } catch {
    // Removed, and git does not know it yet.
    return '';
  }
}

/** Ways from a file back to itself, one a circle. */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (file: string, way: readonly string[]): void => {
    const start = way.indexOf(file);
    if (start >= 0) found.push([...way.slice(start), file].join(' -> '));
    if (start >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) walk(next, [...way, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return found;
}

test('no file imports itself by way of others', () => {
  const graph = imports();
  expect(graph.get('main.ts')).toContain('src/cli/synthesis.ts');
  expect(circles(graph)).toEqual([]);
});

test('a circle is found, also one that nothing outside leads to', () => {
  const graph = new Map([
    ['a', ['b']],
    ['b', []],
    ['c', ['d']],
    ['d', ['b', 'c']],
  ]);
  expect(circles(graph)).toEqual(['c -> d -> c']);
});
