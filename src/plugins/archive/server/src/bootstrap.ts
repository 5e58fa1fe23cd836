import type { Core } from '@strapi/strapi';

import { applyPublicRead } from './access/public-read';
import { readConfig } from './config/read-config';
import { PLUGIN_ID } from './plugin-id';

export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  const config = readConfig(strapi.config.get(`plugin::${PLUGIN_ID}`));
  await applyPublicRead(strapi, config);
}
