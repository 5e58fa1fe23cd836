import { resolve, sep } from 'node:path';

import type { WritePlan } from '../import/plan/write-plan';
import { folderVault } from './folder-vault';
import type { Vault } from './vault';

/** The vault of a site, and which of the imported files it keeps. */
export interface SiteVault extends Vault {
  /** Whether a file of an import is copied, rather than left where it lies. */
  keeps(path: string): boolean;
  /** Whether a file lies where only this site puts files: among its uploads. */
  isUpload(path: string): boolean;
}

/** The vault as the configuration has it; its folders are relative to the project. */
export function vaultOfSite(
  { vault, uploadFolder }: Pick<WritePlan, 'vault' | 'uploadFolder'>,
  project: string,
): SiteVault {
  const uploads = resolve(project, uploadFolder) + sep;
  const isUpload = (path: string) => path.startsWith(uploads);
  return {
    ...folderVault(resolve(project, vault.folder)),
    isUpload,
    keeps: (path) => (isUpload(path) ? vault.uploads : vault.paths) === 'copy',
  };
}
