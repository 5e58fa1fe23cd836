/** Pure tests: `core/` only, no build and no database needed. */
module.exports = {
  rootDir: __dirname,
  roots: ['<rootDir>/src/plugins/archive/core'],
  testMatch: ['**/*.test.ts'],
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
};
