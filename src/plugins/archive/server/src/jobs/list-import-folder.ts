import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { ImportFolder } from '../../../shared/job-api';
import { pathBelowRoots } from './import-roots';

const MOST_ENTRIES = 500;

/**
 * What lies in a folder below the import roots, folders first. Of the first root where no path is given.
 * @throws ValidationError for a path outside of them
 */
export function listImportFolder(path: string, roots: readonly string[], project: string): ImportFolder {
  if (roots.length === 0) return { isOpen: false, path: '', entries: [], more: false };
  const folder = pathBelowRoots(path === '' ? '.' : path, roots, project);
  const found = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.') && (entry.isDirectory() || entry.isFile()))
    .sort(
      (one, other) => Number(other.isDirectory()) - Number(one.isDirectory()) || byName(one.name, other.name),
    );
  const entries = found.slice(0, MOST_ENTRIES).map((entry) => {
    const isFolder = entry.isDirectory();
    const size = isFolder ? null : (statSync(join(folder, entry.name), { throwIfNoEntry: false })?.size ?? 0);
    return { name: entry.name, isFolder, size };
  });
  return { isOpen: true, path, entries, more: found.length > entries.length };
}

function byName(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
