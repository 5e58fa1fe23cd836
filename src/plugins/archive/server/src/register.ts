import type { Core } from '@strapi/strapi';

import { hideInternalTypes } from './access/hide-internal-types';
import { addArchiveAttributes } from './attributes/add-archive-attributes';
import { addEraPublisher } from './attributes/add-era-publisher';
import { readConfig } from './config/read-config';
import { giveSlugs } from './documents/give-slugs';
import { readAnyLocale } from './documents/read-any-locale';
import { PLUGIN_ID } from './plugin-id';

export function register({ strapi }: { strapi: Core.Strapi }): void {
  const config = readConfig(strapi.config.get(`plugin::${PLUGIN_ID}`));
  addArchiveAttributes(strapi);
  addEraPublisher(strapi, config);
  hideInternalTypes(strapi);
  readAnyLocale(strapi);
  giveSlugs(strapi, config);
}
