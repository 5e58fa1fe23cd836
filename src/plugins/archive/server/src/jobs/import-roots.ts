import { realpathSync } from 'node:fs';
import { resolve, sep } from 'node:path';

import { errors } from '@strapi/utils';

/**
 * The real path of something below one of the allowed folders. Links are followed before the comparison, so none
 * leads out.
 * @throws ValidationError where no folder is allowed, where the path is missing or lies elsewhere.
 */
export function pathBelowRoots(path: string, roots: readonly string[], project: string): string {
  if (roots.length === 0) {
    throw new errors.ValidationError(
      'No folder is open for imports. Name folders in archive.importRoots (config/plugins.ts), or upload the file.',
    );
  }
  for (const root of roots) {
    const base = realPath(resolve(project, root));
    const found = base === null ? null : realPath(resolve(base, path));
    if (found !== null && base !== null && (found === base || found.startsWith(base + sep))) return found;
  }
  throw new errors.ValidationError(
    `There is nothing called "${path}" below the folders that are open for imports.`,
  );
}

function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}
