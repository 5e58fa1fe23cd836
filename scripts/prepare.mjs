/** What every command of the project needs first. Takes well under a second where there is nothing to do. */
import { join } from 'node:path';

import { build } from './builds.mjs';
import { installDependencies } from './install.mjs';
import { PROJECT } from './project-paths.mjs';
import { writeEnv } from './write-env.mjs';

const OLDEST_NODE = 20;
const NEWEST_NODE = 24;

export async function prepare() {
  warnAboutNode();
  await installDependencies();
  if (writeEnv(join(PROJECT, '.env'))) process.stderr.write('Wrote .env with new secrets.\n');
  await build();
}

function warnAboutNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= OLDEST_NODE && major <= NEWEST_NODE) return;
  process.stderr.write(
    `This is Node ${process.versions.node}; the project needs ${OLDEST_NODE} to ${NEWEST_NODE}. ` +
      'If a step fails, install one of those first.\n',
  );
}
