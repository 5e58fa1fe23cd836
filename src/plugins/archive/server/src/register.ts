import type { Core } from '@strapi/strapi';

import { hideInternalTypes } from './access/hide-internal-types';
import { addArchiveAttributes } from './attributes/add-archive-attributes';
import { addEraPublisher } from './attributes/add-era-publisher';
import { readConfig } from './config/read-config';
import { deriveDateBounds } from './documents/derive-date-bounds';
import { giveSlugs } from './documents/give-slugs';
import { lockBeforeWriting } from './documents/lock-before-writing';
import { readAnyLocale } from './documents/read-any-locale';
import { allowJobWebhooks } from './jobs/tell-job-ended';
import { PLUGIN_ID } from './plugin-id';

export function register({ strapi }: { strapi: Core.Strapi }): void {
  const config = readConfig(strapi.config.get(`plugin::${PLUGIN_ID}`));
  addArchiveAttributes(strapi);
  addEraPublisher(strapi, config);
  hideInternalTypes(strapi);
  lockBeforeWriting(strapi);
  readAnyLocale(strapi);
  giveSlugs(strapi, config);
  deriveDateBounds(strapi);
  allowJobWebhooks(strapi);
}
