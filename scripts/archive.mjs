/** `npm run archive -- COMMAND`: the plugin's command line for this project. Its output is the command's alone. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { COMMAND_LINE, PLUGIN, PROJECT } from './project-paths.mjs';
import { runInPlace } from './run-in-place.mjs';

if (!existsSync(join(PLUGIN, 'dist', 'cli', 'index.js'))) {
  process.stderr.write('The archive plugin is not built yet. Run "npm run setup" first.\n');
  process.exitCode = 2;
} else {
  process.exitCode = await runInPlace(process.execPath, [COMMAND_LINE, ...process.argv.slice(2)], {
    // npm changes to the project's folder; paths mean what they meant where the user typed them.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { ARCHIVE_PROJECT: PROJECT },
  });
}
