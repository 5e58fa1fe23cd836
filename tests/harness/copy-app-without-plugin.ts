import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { PROJECT } from './project';

/** What `strapi start` reads of the project, apart from the plugin and `node_modules`. */
const PARTS = ['dist', 'config', 'database', 'public', 'package.json', 'tsconfig.json'];
const PLUGIN = path.join('src', 'plugins', 'archive');

export interface AppCopy {
  readonly appDir: string;
  remove(): Promise<void>;
}

/**
 * The built app in a temporary folder, whose plugin was never built: what a deployment looks like that forgot
 * that step. The repository's own `dist` folders stay as they are.
 */
export async function copyAppWithoutPlugin(): Promise<AppCopy> {
  const appDir = await mkdtemp(path.join(tmpdir(), 'backfile-app-'));
  for (const part of PARTS) {
    await cp(path.join(PROJECT, part), path.join(appDir, part), { recursive: true });
  }
  await cp(path.join(PROJECT, PLUGIN, 'package.json'), path.join(appDir, PLUGIN, 'package.json'));
  await symlink(path.join(PROJECT, 'node_modules'), path.join(appDir, 'node_modules'), 'dir');
  return { appDir, remove: () => rm(appDir, { recursive: true, force: true }) };
}
