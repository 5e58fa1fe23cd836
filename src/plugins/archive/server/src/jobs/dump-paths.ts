import type { Core } from '@strapi/strapi';

import { readConfig } from '../config/read-config';
import { PLUGIN_ID } from '../plugin-id';
import { pathBelowRoots } from './import-roots';
import { uploadedFile } from './uploads';

/** The dump that a request names: paths below the allowed folders, and uploads. */
export interface NamedDump {
  readonly paths?: readonly string[] | undefined;
  readonly uploads?: readonly string[] | undefined;
}

/**
 * Where a dump lies on this machine.
 * @throws ValidationError for a path outside the allowed folders and for an upload that is not there.
 */
export async function dumpPaths(
  strapi: Core.Strapi,
  { paths = [], uploads = [] }: NamedDump,
): Promise<string[]> {
  const config = readConfig(strapi.config.get(`plugin::${PLUGIN_ID}`));
  const below = paths.map((path) => pathBelowRoots(path, config.importRoots, strapi.dirs.app.root));
  return [...below, ...(await Promise.all(uploads.map((token) => uploadedFile(strapi, config, token))))];
}
