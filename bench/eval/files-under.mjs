/** All files below a folder, sorted, with forward slashes. */
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const filesUnder = (folder, ending = '') =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
