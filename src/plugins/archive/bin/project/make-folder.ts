import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder with those above it, one by one. Node's own `recursive` never ends where a file system such as
 * `/proc` says of a folder that can be seen that it does not exist.
 * @throws Error of the file system, for the first folder that cannot be made.
 */
export function makeFolder(folder: string): void {
  const missing: string[] = [];
  for (let path = folder; !existsSync(path) && path !== dirname(path); path = dirname(path))
    missing.unshift(path);
  for (const path of missing) mkdirSync(path);
}
