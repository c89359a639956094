import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import importPlugin from 'eslint-plugin-import';
import tseslint from 'typescript-eslint';

/**
 * The rooms and what each may import besides itself. Data flows one way, from topology to verdict:
 * an import that this table does not allow is an error.
 */
export const rooms = {
  text: [],
  topology: ['text'],
  network: ['text', 'topology'],
  predict: ['text', 'topology', 'network'],
  edges: ['text', 'topology', 'network', 'predict'],
  review: ['text', 'topology', 'network', 'predict', 'edges'],
  i18n: ['text', 'topology', 'network', 'predict', 'edges'],
  platform: ['text', 'i18n'],
  topologies: ['topology'],
  stacks: ['topology', 'platform'],
  toolchain: ['text', 'topology', 'platform'],
  sources: ['text', 'topology', 'network', 'platform', 'toolchain'],
  nodes: ['text', 'topology', 'platform', 'toolchain'],
  observe: ['text', 'topology', 'network', 'platform', 'nodes'],
  probe: ['text', 'topology', 'network', 'edges', 'platform', 'nodes', 'observe'],
  verdict: [
    ...['text', 'topology', 'network', 'predict', 'edges', 'platform', 'nodes', 'observe', 'probe'],
  ],
  report: [
    ...['text', 'topology', 'network', 'predict', 'edges', 'review', 'i18n', 'observe', 'verdict'],
  ],
  tour: ['text', 'topology', 'network', 'i18n'],
  library: ['text', 'topology', 'network', 'predict', 'edges', 'review', 'i18n'],
  cli: [
    ...['text', 'topology', 'network', 'predict', 'edges', 'review', 'i18n', 'platform', 'stacks'],
    ...['toolchain', 'sources', 'nodes', 'observe', 'verdict', 'report', 'tour'],
  ],
  fuzz: [
    ...['text', 'topology', 'i18n', 'platform', 'stacks', 'toolchain', 'sources', 'nodes'],
    ...['observe', 'verdict', 'report', 'cli'],
  ],
};

/** Where a room is: what a user of CDKTF expects at the top, anything else under `src`. */
export const folderOf = (room) =>
  room === 'stacks' || room === 'topologies' ? room : `src/${room}`;

const zones = Object.entries(rooms).map(([room, allowed]) => ({
  target: `./${folderOf(room)}`,
  from: '.',
  except: [room, ...allowed].map((other) => `./${folderOf(other)}`).concat('./node_modules'),
  message: `${folderOf(room)}/ may import only: ${[room, ...allowed].join(', ')} (docs/architecture.md).`,
}));

/** The pure rooms: no I/O, no clock, no environment, no Terraform, no Docker. */
const impure = ['node:*', 'fs', 'cdktf', 'constructs', '@cdktf/*', 'execa', 'listr2', 'commander'];

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'cdktf.out',
      'dist',
      'packed',
      '.lab',
      '.stryker',
      'coverage',
      '**/*.js',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    files: ['**/*.ts'],
    plugins: { import: importPlugin },
    languageOptions: { parserOptions: { projectService: true } },
    settings: {
      'import/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import/resolver': { node: { extensions: ['.ts', '.js', '.json'] } },
    },
    rules: {
      'import/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
      'import/no-cycle': 'error',
      'max-lines': ['error', { max: 300 }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['text/**/*.ts', 'model/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: impure }],
      'no-restricted-globals': ['error', 'process', 'console', 'setTimeout'],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now' },
        { object: 'Math', property: 'random' },
      ],
    },
  },
  {
    files: [
      ...['topology', 'network', 'predict', 'edges', 'review', 'platform', 'toolchain', 'nodes'],
      ...['observe', 'probe', 'verdict', 'stacks'],
    ].map((room) => `${folderOf(room)}/**`),
    rules: { 'no-console': 'error' },
  },
  { files: ['**/*.mjs', '**/*.cjs', '**/*.cts'], ...tseslint.configs.disableTypeChecked },
  {
    // What runs before anything is compiled.
    files: ['**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: Object.fromEntries(
        ['require', 'module', 'process', '__dirname'].map((name) => [name, 'readonly']),
      ),
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  prettier,
);
