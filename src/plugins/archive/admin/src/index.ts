import type { StrapiApp } from '@strapi/strapi/admin';
import { Archive } from '@strapi/icons';

import { PLUGIN_ID } from './plugin-id';
import { readTranslations } from './translations/read-translations';

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: PLUGIN_ID, name: 'Archive' });
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: Archive,
      intlLabel: { id: `${PLUGIN_ID}.name`, defaultMessage: 'Archive' },
      permissions: [{ action: `plugin::${PLUGIN_ID}.read`, subject: null }],
      position: 3,
      Component: async () => ({ default: (await import('./pages/ArchivePages')).ArchivePages }),
    });
  },
  bootstrap() {},
  registerTrads: ({ locales }: { locales: readonly string[] }) => readTranslations(locales),
};
