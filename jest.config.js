const texts = '<rootDir>/test/support/texts.ts';
const shared = {
  testEnvironment: 'node',
  setupFilesAfterEnv: [texts],
  modulePathIgnorePatterns: ['<rootDir>/.stryker/'],
  // Types are checked by tsc; here each file is only translated.
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
};

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
      setupFilesAfterEnv: [texts, '<rootDir>/test/browser/support/timeout.ts'],
    },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
      testPathIgnorePatterns: ['/test/e2e/vagrant/'],
      setupFilesAfterEnv: [texts, '<rootDir>/test/e2e/support/timeout.ts'],
    },
    {
      ...shared,
      displayName: 'vagrant',
      testMatch: ['<rootDir>/test/e2e/vagrant/*.test.ts'],
    },
  ],
};
