import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
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
  const copy = await copyApp();
  await cp(path.join(PROJECT, PLUGIN, 'package.json'), path.join(copy.appDir, PLUGIN, 'package.json'));
  return copy;
}

/** The built app with its plugin, and with other rules for attributes of a content type (`article`, ...). */
export async function copyAppWithRules(
  type: string,
  rules: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Promise<AppCopy> {
  const copy = await copyApp();
  const plugin = path.join(copy.appDir, PLUGIN);
  await mkdir(path.dirname(plugin), { recursive: true });
  await symlink(path.join(PROJECT, PLUGIN), plugin, 'dir');
  const file = path.join(copy.appDir, 'dist', 'src', 'api', type, 'content-types', type, 'schema.json');
  const schema = JSON.parse(await readFile(file, 'utf8')) as { attributes: Record<string, object> };
  for (const [name, rule] of Object.entries(rules)) {
    schema.attributes[name] = { ...schema.attributes[name], ...rule };
  }
  await writeFile(file, JSON.stringify(schema));
  return copy;
}

async function copyApp(): Promise<AppCopy> {
  const appDir = await mkdtemp(path.join(tmpdir(), 'backfile-app-'));
  for (const part of PARTS) {
    await cp(path.join(PROJECT, part), path.join(appDir, part), { recursive: true });
  }
  await symlink(path.join(PROJECT, 'node_modules'), path.join(appDir, 'node_modules'), 'dir');
  return { appDir, remove: () => rm(appDir, { recursive: true, force: true }) };
}
