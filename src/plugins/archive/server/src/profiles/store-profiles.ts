import { resolve } from 'node:path';

import type { Core } from '@strapi/strapi';

import type { Profile } from '../../../core/profiles/profile';
import type { ArchiveConfig } from '../config/archive-config';
import { PROFILE } from '../plugin-id';
import { PACKAGED_PROFILES } from './packaged-profiles';
import { readProfileFolder } from './read-profile-files';

/** Puts shipped and project profiles into the database, each version once; what is there is never changed. */
export async function storeProfiles(strapi: Core.Strapi, config: ArchiveConfig): Promise<void> {
  await storeFolder(strapi, PACKAGED_PROFILES, 'shipped');
  await storeFolder(strapi, resolve(strapi.dirs.app.root, config.profiles), 'project');
}

async function storeFolder(
  strapi: Core.Strapi,
  folder: string,
  origin: 'shipped' | 'project',
): Promise<void> {
  const { profiles, faults } = await readProfileFolder(folder);
  for (const fault of faults) strapi.log.warn(`archive: profile ${fault.file} is left out. ${fault.message}`);
  for (const profile of profiles) await storeProfile(strapi, profile, origin);
}

async function storeProfile(strapi: Core.Strapi, profile: Profile, origin: string): Promise<void> {
  const { name, version, title } = profile;
  const known: unknown = await strapi.db.query(PROFILE).findOne({ where: { name, version } });
  if (known) return;
  await strapi.db.query(PROFILE).create({ data: { name, version, title, definition: profile, origin } });
}
