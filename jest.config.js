/** All tests. `jest.core.config.js` alone needs no build and no database. */
const core = require('./jest.core.config.js');

/** @param {boolean} tsx a `<` in plain TypeScript is a comparison or a type, never an element */
const swc = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx },
      target: 'es2022',
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
  },
];
const transform = { '^.+\\.ts$': swc(false), '^.+\\.tsx$': swc(true) };

module.exports = {
  rootDir: __dirname,
  // Every test file boots Strapi anew: a worker that grew is replaced.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1500MB',
  projects: [
    { displayName: 'core', ...core },
    {
      displayName: 'plugin',
      rootDir: __dirname,
      roots: ['<rootDir>/src/plugins/archive'],
      testMatch: ['**/*.test.ts', '**/*.test.tsx'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/', '<rootDir>/src/plugins/archive/core/'],
      testEnvironment: 'node',
      transform,
    },
    {
      displayName: 'site',
      rootDir: __dirname,
      roots: ['<rootDir>/tests'],
      testMatch: ['**/*.test.ts'],
      testEnvironment: 'node',
      transform,
      setupFilesAfterEnv: ['<rootDir>/tests/harness/patience.ts'],
    },
  ],
};
