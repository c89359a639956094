import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

interface Packed {
  readonly files: readonly { readonly path: string }[];
  readonly size: number;
}

const [packed] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
) as Packed[];
const files = new Set(packed?.files.map(({ path }) => path));

/** Files that the compiled tool reads beside where a source was, and what the kit builds from. */
function readBeside(): string[] {
  const sources = execFileSync(
    'git',
    ['ls-files', '*.pl', '*.sh', 'images', 'provider', 'compose', 'engine'],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );
  return sources
    .split('\n')
    .filter((file) => file !== '' && !/^(test|bench|src\/fuzz|docs)\//.test(file));
}

test('the package has every file that the tool reads, and no other source', () => {
  expect(readBeside().filter((file) => !files.has(file))).toEqual([]);
  const sources = [...files].filter(
    (file) => file.endsWith('.ts') && !/^(topologies|packed)\//.test(file),
  );
  expect(sources).toEqual(['src/topology/problems.ts']);
  for (const file of [
    'src/tool/bin.cjs',
    'src/tool/start.cjs',
    'src/tool/built.cjs',
    'lab',
    'LICENSE',
  ])
    expect(files).toContain(file);
});

test('it installs without cdktf', () => {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  expect(Object.keys(dependencies)).toEqual([
    '@expo-google-fonts/arimo',
    '@resvg/resvg-js',
    '@viz-js/viz',
    'esbuild',
  ]);
});
