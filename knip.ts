const production = process.argv.includes('--production');

/**
 * What nobody uses: files, exports and packages. `--production` leaves tests out, so that what only tests use is found
 * as well; there an export may be for the tests of a function that its own file uses.
 */
export default {
  entry: [
    ...[
      'main.ts!',
      'src/cli/main.ts!',
      'src/cli/verbs/*.ts!',
      'src/library/*.ts!',
      'src/tool/*.{ts,cjs}!',
    ],
    ...['src/report/html/client/main.ts!', 'src/report/html/assets.cjs!'],
    ...['topologies/*.ts!', 'topologies/templates/*.ts!', 'src/sources/own/inside.ts!'],
    ...['docs/*.{ts,mjs}!', 'src/fuzz/engines.ts!', 'bench/**/*.ts!'],
    ...[
      'test/**/*.test.ts',
      'test/support/texts.ts',
      'test/*/support/{chromium,timeout}.ts',
      'jest.config.js',
    ],
    ...['test/e2e/hard/main.ts', 'test/e2e/**/topolog*/*.ts', 'test/e2e/**/topology.ts'],
    ...['test/mutation/*.{ts,js}', 'test/sources/own/load-each.ts'],
  ],
  // It would take src/cli/verbs/test.ts for a test.
  jest: false,
  project: ['**/*.{ts,cjs,mjs}!', '!test/**!'],
  ignoreExportsUsedInFile: production,
  // Not imported by name: fonts of the report, cdktf's own command, what jest brings with it.
  ignoreDependencies: [
    ...['@expo-google-fonts/arimo', '@swc/*', 'jest-environment-node'],
    ...(production ? ['cdktf-cli'] : []),
  ],
  ignoreBinaries: ['apt-get', 'chattr', 'script', 'mkfifo'],
};
