/** Where things are, found from this file and not from the working directory. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
export const PLUGIN = join(PROJECT, 'src', 'plugins', 'archive');
export const PLUGIN_NAME = '@backfile/strapi-plugin-archive';
export const COMMAND_LINE = join(PLUGIN, 'bin', 'strapi-archive.js');

/** The path of a tool that `npm ci` installs, such as `jest`. */
export const tool = (name) =>
  join(PROJECT, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
