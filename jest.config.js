const shared = {
  testEnvironment: 'node',
  // Types are checked by tsc; here each file is only translated.
  transform: {
    '^.+\\.ts$': [
      'ts-jest',
      {
        diagnostics: false,
        tsconfig: {
          module: 'commonjs',
          esModuleInterop: true,
          isolatedModules: true,
          target: 'ES2022',
          moduleResolution: 'node10',
        },
      },
    ],
  },
};

const NODES = {
  ...shared,
  setupFilesAfterEnv: ['<rootDir>/test/e2e/support/timeout.ts'],
};
/** Remote hosts, clean systems, the tour: their own command, `npm run e2e:more`. */
const MORE = [
  'own-topology',
  'remote',
  'setup',
  'shell-scripts',
  'ssh-failures',
  'tour',
  'vagrantfile',
];

module.exports = {
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/test/e2e/', '/test/browser/'],
    },
    {
      ...shared,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
      globalSetup: '<rootDir>/test/browser/support/chromium.ts',
      setupFilesAfterEnv: ['<rootDir>/test/browser/support/timeout.ts'],
    },
    {
      ...NODES,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
      testPathIgnorePatterns: [
        '/test/e2e/vagrant/',
        ...MORE.map((name) => `/test/e2e/${name}.test.ts`),
      ],
    },
    {
      ...NODES,
      displayName: 'more',
      testMatch: MORE.map((name) => `<rootDir>/test/e2e/${name}.test.ts`),
    },
    {
      ...shared,
      displayName: 'vagrant',
      testMatch: ['<rootDir>/test/e2e/vagrant/*.test.ts'],
    },
  ],
};
