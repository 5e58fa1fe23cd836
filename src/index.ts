import type { Core } from '@strapi/strapi';

import { createFirstLocales } from './bootstrap/first-locales';
import { refuseWithoutArchivePlugin } from './guards/refuse-without-archive-plugin';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    refuseWithoutArchivePlugin(strapi);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await createFirstLocales(strapi);
  },
};
