const [unit] = require('../../jest.config').projects;

module.exports = {
  ...unit,
  rootDir: '../..',
  roots: ['<rootDir>/test/mutation'],
  testMatch: ['<rootDir>/test/mutation/all.ts'],
  testEnvironment: require.resolve('./environment.js'),
};
