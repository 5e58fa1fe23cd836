/** Lets `require` read the core's TypeScript, so that readers are measured as they stand, without a build. */
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { join } from 'node:path';

import { transformSync } from '@swc/core';

import { PROJECT } from '../../scripts/project-paths.mjs';

const CORE = join(PROJECT, 'src', 'plugins', 'archive', 'core');

/** A module of the core, by its path inside of it. */
export function loadCore(path) {
  Module._extensions['.ts'] ??= (module, file) => {
    const { code } = transformSync(readFileSync(file, 'utf8'), {
      filename: file,
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'commonjs' },
    });
    module._compile(code, file);
  };
  return createRequire(join(CORE, 'index.js'))(join(CORE, path));
}
