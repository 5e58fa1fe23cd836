/** Loads the core from its source, so that what is measured is what is written, built or not. */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { transformSync } from '@swc/core';

import { PLUGIN } from './project-paths.mjs';

const require = createRequire(import.meta.url);
const COMPILED = {
  jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  module: { type: 'commonjs' },
};

function compile(module, filename) {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...COMPILED, filename });
  module._compile(code, filename);
}

// Endings are tried in their order, and `./places` means places.ts where there is a places.json beside it.
const others = Object.entries(require.extensions);
for (const [ending] of others) delete require.extensions[ending];
Object.assign(require.extensions, { '.ts': compile }, Object.fromEntries(others));

/** The exports of a file of the core, named by its path without `.ts`: `draft/draft-from-record`. */
export const core = (path) => require(join(PLUGIN, 'core', `${path}.ts`));
