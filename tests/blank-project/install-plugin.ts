import { cp } from 'node:fs/promises';
import path from 'node:path';

import { PROJECT } from '../harness/project';
import { mustRun } from './run-program';

const PLUGIN = '@backfile/strapi-plugin-archive';

/** Packs the built plugin into a folder; returns the tarball's path and the files in it. */
export async function packPlugin(into: string): Promise<{ tarball: string; files: string[] }> {
  const said = await mustRun('npm', ['pack', '-w', PLUGIN, '--json', '--pack-destination', into], PROJECT);
  // npm 12 prints an object by package name, older ones a list.
  const [packed] = Object.values(JSON.parse(said) as Record<string, Packed>);
  if (!packed) throw new Error(`npm pack said: ${said}`);
  return { tarball: path.join(into, packed.filename), files: packed.files.map((file) => file.path) };
}

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/**
 * `npm install TARBALL`, with everything that comes with it. Scripts are left out, because all that they would do is
 * compile SQLite for a minute or more: its binary is taken from this project, which has the same version.
 */
export async function installTarball(tarball: string, folder: string): Promise<void> {
  const options = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund', '--no-package-lock'];
  await mustRun('npm', ['install', ...options, tarball], folder);
  const binary = path.join('node_modules', 'better-sqlite3', 'build');
  await cp(path.join(PROJECT, binary), path.join(folder, binary), { recursive: true });
}
