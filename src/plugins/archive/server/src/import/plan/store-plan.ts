import type { Core } from '@strapi/strapi';

import { optedInTypes } from '../../attributes/opted-in';
import type { ArchiveConfig } from '../../config/archive-config';
import {
  ARCHIVE_EVENT,
  DUMP_FILE,
  ERA,
  IMPORTED_ENTRY,
  IMPORT_JOB,
  LEDGER_RECORD,
  PLUGIN_ID,
  PROFILE,
  RECORD_KEY,
  TOMBSTONE,
} from '../../plugin-id';
import { pluginVersion } from '../../plugin-version';
import { searchShapeOf } from '../../search/search-shape';
import { describeType } from './describe-types';
import { referrersOf } from './referrers-of';
import type { WritePlan } from './write-plan';

const OWN_TYPES = [
  ARCHIVE_EVENT,
  DUMP_FILE,
  ERA,
  IMPORT_JOB,
  IMPORTED_ENTRY,
  LEDGER_RECORD,
  PROFILE,
  RECORD_KEY,
  TOMBSTONE,
];

/** Writes the plan for imports; called at every boot, after the schema was synchronised. */
export async function storePlan(strapi: Core.Strapi, config: ArchiveConfig): Promise<void> {
  const value = describeSite(strapi, config);
  await strapi.store.set({ type: 'plugin', name: PLUGIN_ID, key: 'write_plan', value });
}

/** The languages are left out: they come and go while the site runs. */
type StoredPlan = Omit<WritePlan, 'locales'> & { locales: Omit<WritePlan['locales'], 'codes'> };

/** The site as its schema is now. */
export function describeSite(strapi: Core.Strapi, config: ArchiveConfig): StoredPlan {
  const targets = Object.values(config.content).flatMap((target) => (target ? [target.uid] : []));
  const optedIn = optedInTypes(strapi).map((type): string => type.uid);
  const uids = [...new Set([...OWN_TYPES, ...targets, ...optedIn])].filter(
    (uid) => uid in strapi.contentTypes,
  );
  const types = Object.fromEntries(uids.map((uid) => [uid, describeType(strapi, uid)]));
  return {
    pluginVersion,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    content: config.content,
    profiles: config.profiles,
    vault: config.vault,
    uploadFolder: config.uploadFolder,
    locales: { byLanguage: config.locales },
    types,
    referrers: Object.fromEntries(uids.map((uid) => [uid, referrersOf(strapi, uid)])),
    search: searchShapeOf({ content: config.content, types }),
  };
}
