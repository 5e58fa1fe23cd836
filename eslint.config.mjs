import tseslint from 'typescript-eslint';

import { coreImports } from './scripts/lint/core-imports.mjs';
import { corePurityRules } from './scripts/lint/core-purity.mjs';
import { PROJECT } from './scripts/project-paths.mjs';

const TESTS = ['**/*.test.ts', '**/*.test.tsx', 'tests/**/*.ts'];

/** Strapi, ESLint and jest read the default export of these. */
const DEFAULT_EXPORTS = [
  'config/**/*.ts',
  'src/index.ts',
  'src/admin/app.tsx',
  'src/api/**/*.ts',
  'src/plugins/archive/server/src/index.ts',
  'src/plugins/archive/admin/src/index.ts',
  '**/*.config.{js,mjs,ts}',
  '**/*.d.ts',
];

const STRAPI_EDGE = [
  'src/{bootstrap,guards,api}/**/*.ts',
  'src/plugins/archive/{server,bin}/**/*.ts',
  'tests/**/*.ts',
];

const NO_DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Name what is exported; only files that Strapi reads have a default export.',
};

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/build/',
      '**/coverage/',
      '.cache/',
      '.strapi/',
      '.tmp/',
      'types/generated/',
      'public/',
    ],
  },
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    plugins: { archive: { rules: { 'core-imports': coreImports } } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['warn', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: PROJECT } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      // Spreading a string gives its code points, which is what is meant here.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreVoidReturningFunctions: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // A contract may ask for a promise or a stream that one of its implementations does not need.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['src/plugins/archive/core/**/*.ts'],
    ignores: TESTS,
    rules: {
      ...corePurityRules,
      'no-restricted-syntax': [...corePurityRules['no-restricted-syntax'], NO_DEFAULT_EXPORT],
    },
  },
  {
    // Strapi types its services and query results as `any`, and every plugin as present.
    files: STRAPI_EDGE,
    rules: {
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // Tests print why they skip.
    files: TESTS,
    rules: { 'no-console': 'off' },
  },
  {
    files: DEFAULT_EXPORTS,
    rules: { 'no-restricted-syntax': 'off' },
  },
);
