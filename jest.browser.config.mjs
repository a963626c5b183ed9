import base from './jest.config.mjs';

export default {
  ...base,
  roots: ['<rootDir>/test/browser'],
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: './test/browser/support/build-page.mjs',
  globalTeardown: undefined,
  testTimeout: 120_000,
  maxWorkers: 1,
};
