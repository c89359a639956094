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
  model: ['text'],
  words: ['text', 'model'],
  system: ['text', 'words'],
  topologies: ['text', 'model', 'system'],
  stacks: ['model', 'system'],
  kit: ['text', 'model', 'system'],
  sources: ['text', 'model', 'system', 'kit', 'topologies'],
  nodes: ['text', 'model', 'system', 'kit'],
  checks: ['text', 'model', 'nodes', 'system'],
  reports: ['text', 'model', 'checks', 'words'],
  tour: ['text', 'model', 'words'],
  library: ['text', 'model', 'words'],
  cli: [
    ...[
      'text',
      'words',
      'model',
      'system',
      'topologies',
      'stacks',
      'kit',
      'nodes',
      'checks',
      'reports',
    ],
    ...['sources', 'tour'],
  ],
  fuzz: [
    ...[
      'text',
      'words',
      'model',
      'system',
      'topologies',
      'stacks',
      'kit',
      'nodes',
      'checks',
      'reports',
    ],
    ...['sources', 'cli'],
  ],
};

const zones = Object.entries(rooms).map(([room, allowed]) => ({
  target: `./${room}`,
  from: '.',
  except: [`./${room}`, './node_modules', ...allowed.map((other) => `./${other}`)],
  message: `${room}/ may import only: ${[room, ...allowed].join(', ')} (docs/architecture.md).`,
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
    files: ['system/**', 'model/**', 'checks/**', 'nodes/**', 'kit/**', 'stacks/**'],
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
