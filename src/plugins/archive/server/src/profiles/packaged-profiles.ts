import { join } from 'node:path';

/** Folder of the profiles that come with the plugin; the built files lie two folders below the package. */
export const PACKAGED_PROFILES = join(__dirname, '..', '..', 'profiles');
