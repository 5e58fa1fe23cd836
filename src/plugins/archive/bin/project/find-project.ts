import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The Strapi project that a command works for: ARCHIVE_PROJECT, or the first one at or above the folder. */
export function findProject(cwd: string, named: string | undefined): string | null {
  if (named !== undefined && named !== '') return named;
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (isStrapiProject(folder)) return folder;
    if (folder === dirname(folder)) return null;
  }
}

function isStrapiProject(folder: string): boolean {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return false;
  try {
    const content = JSON.parse(readFileSync(file, 'utf8')) as { dependencies?: Record<string, string> };
    return '@strapi/strapi' in (content.dependencies ?? {});
  } catch {
    return false;
  }
}
