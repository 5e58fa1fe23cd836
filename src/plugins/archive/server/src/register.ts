import type { Core } from '@strapi/strapi';

import { hideInternalTypes } from './access/hide-internal-types';
import { addArchiveAttributes } from './attributes/add-archive-attributes';
import { addEraPublisher } from './attributes/add-era-publisher';
import { readConfig } from './config/read-config';
import { deriveDateBounds } from './documents/derive-date-bounds';
import { giveSlugs } from './documents/give-slugs';
import { keepWithdrawn } from './documents/keep-withdrawn';
import { lockBeforeWriting } from './documents/lock-before-writing';
import { publishedForAnybody } from './documents/published-for-anybody';
import { readAnyLocale } from './documents/read-any-locale';
import { logProfileChanges } from './events/log-profile-changes';
import { removeTemporaryUploads } from './jobs/remove-temporary-uploads';
import { rememberDecisions } from './entities/remember-decisions';
import { allowJobWebhooks } from './jobs/tell-job-ended';
import { indexAfterWriting } from './search/index-after-writing';
import { addSearchToGraphql } from './search/search-graphql';
import { PLUGIN_ID } from './plugin-id';
import { keepProfileVersions } from './profiles/keep-versions';
import { serveResolverOverGraphql } from './resolver/resolver-graphql';
import { serveProvenanceOverGraphql } from './provenance/provenance-graphql';
import { serveStatisticsOverGraphql } from './statistics/statistics-graphql';
import { allowTakedownWebhooks } from './takedown/takedown-webhooks';

export function register({ strapi }: { strapi: Core.Strapi }): void {
  const config = readConfig(strapi.config.get(`plugin::${PLUGIN_ID}`));
  strapi.customFields.register({ name: 'edtf', plugin: PLUGIN_ID, type: 'string' });
  addArchiveAttributes(strapi);
  addEraPublisher(strapi, config);
  hideInternalTypes(strapi);
  lockBeforeWriting(strapi);
  indexAfterWriting(strapi, config);
  readAnyLocale(strapi);
  publishedForAnybody(strapi, config);
  keepWithdrawn(strapi);
  giveSlugs(strapi, config);
  deriveDateBounds(strapi);
  keepProfileVersions(strapi);
  logProfileChanges(strapi);
  addSearchToGraphql(strapi);
  rememberDecisions(strapi, config);
  allowJobWebhooks(strapi);
  allowTakedownWebhooks(strapi);
  removeTemporaryUploads(strapi);
  serveProvenanceOverGraphql(strapi);
  serveResolverOverGraphql(strapi);
  serveStatisticsOverGraphql(strapi);
}
