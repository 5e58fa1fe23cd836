/** Installs the dependencies where the installed ones are not those of the lock file. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { PROJECT } from './project-paths.mjs';
import { runStep } from './run-step.mjs';

export async function installDependencies() {
  if (isInstalled()) return;
  await runStep({
    title: 'Installing the dependencies (about two minutes)',
    command: 'npm',
    args: ['ci'],
    advice:
      'npm says above why. If it could not reach its registry, check the connection and run "npm run setup" again.',
    // npm leaves out the build tools where this says "production".
    env: { NODE_ENV: 'development' },
  });
}

/** npm notes in `node_modules/.package-lock.json` what it installed. Times are no guide: git changes them. */
function isInstalled() {
  const noted = join(PROJECT, 'node_modules', '.package-lock.json');
  if (!existsSync(noted)) return false;
  const installed = packagesOf(noted);
  const wanted = Object.entries(packagesOf(join(PROJECT, 'package-lock.json')));
  return wanted.every(([path, entry]) => {
    // The root itself ('') and the workspace's own folder hold no installed package.
    if (!path.includes('node_modules/')) return true;
    const found = installed[path];
    if (!found) return isOptional(entry);
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Other systems' binaries are in the lock file too, and are not installed. */
const isOptional = (entry) => Boolean(entry.optional || entry.devOptional || entry.peer);
