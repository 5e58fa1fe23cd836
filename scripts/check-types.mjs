/** `npm run types`: type-checks every part of the project; all faults of all parts are shown. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { PROJECT } from './project-paths.mjs';
import { runInPlace } from './run-in-place.mjs';

const PARTS = [
  '.',
  'src/plugins/archive/core',
  'src/plugins/archive/shared',
  'src/plugins/archive/server',
  'src/plugins/archive/admin',
  'src/admin',
  'src/plugins/archive/bin',
  'tests',
];

const tsc = join(PROJECT, 'node_modules', 'typescript', 'bin', 'tsc');
for (const part of PARTS.filter((folder) => existsSync(join(PROJECT, folder, 'tsconfig.json')))) {
  process.stderr.write(`types: ${part}\n`);
  const args = [tsc, '--noEmit', '--incremental', 'false', '--tsBuildInfoFile', 'null', '-p', part];
  const code = await runInPlace(process.execPath, args, { cwd: PROJECT });
  if (code !== 0) process.exitCode = 1;
}
