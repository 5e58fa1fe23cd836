import type { Core } from '@strapi/strapi';

import { registerAdminRights } from './access/admin-rights';
import { offerArchivistRole } from './access/archivist-role';
import { applyPublicRead } from './access/public-read';
import { readConfig } from './config/read-config';
import { ensureLogTriggers, refuseLogChanges } from './events/append-only';
import { archiveIndexes } from './indexes/archive-indexes';
import { ensureChangeTables } from './entities/change-table';
import { ensureIndexes } from './indexes/ensure-indexes';
import { storePlan } from './import/plan/store-plan';
import { resumeWhenListening } from './jobs/resume-when-listening';
import { ensureMentionTables } from './mentions/mention-tables';
import { PLUGIN_ID } from './plugin-id';
import { prepareSearch } from './search/prepare-search';
import { indexWhenListening } from './search/index-when-listening';
import { searchStrapisLists } from './search/search-strapis-lists';
import { storeProfiles } from './profiles/store-profiles';
import { ensureVariantTables } from './variants/variant-tables';

/** Runs at every start, after the schema sync: everything here may run again without effect. */
export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  const config = readConfig(strapi.config.get(`plugin::${PLUGIN_ID}`));
  await ensureMentionTables(strapi.db.connection, strapi.db.getSchemaName());
  await ensureChangeTables(strapi.db.connection, strapi.db.getSchemaName());
  await ensureVariantTables(strapi.db.connection, strapi.db.getSchemaName());
  await ensureIndexes(strapi, archiveIndexes(strapi, config));
  refuseLogChanges(strapi);
  await ensureLogTriggers(strapi);
  await prepareSearch(strapi, config);
  await storeProfiles(strapi, config);
  await applyPublicRead(strapi, config);
  await storePlan(strapi, config);
  await registerAdminRights(strapi);
  offerArchivistRole(strapi, config);
  resumeWhenListening(strapi);
  indexWhenListening(strapi, config);
  searchStrapisLists(strapi, config);
}
