import type { ComponentType } from 'react';
import type { StrapiApp } from '@strapi/strapi/admin';
import { Archive, Calendar } from '@strapi/icons';

import { addToContentManager } from './content-manager/add-to-content-manager';
import { PLUGIN_ID } from './plugin-id';
import { readTranslations } from './translations/read-translations';

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: PLUGIN_ID, name: 'Archive' });
    app.customFields.register({
      name: 'edtf',
      pluginId: PLUGIN_ID,
      type: 'string',
      intlLabel: { id: `${PLUGIN_ID}.date.label`, defaultMessage: 'Date (EDTF)' },
      intlDescription: { id: `${PLUGIN_ID}.date.hint`, defaultMessage: 'A date, as exact as it is known' },
      icon: Calendar,
      components: {
        // Strapi's type knows of no properties, though it passes those of an input.
        Input: async () => ({
          default: (await import('./content-manager/EdtfInput')).EdtfInput as ComponentType,
        }),
      },
    });
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: Archive,
      intlLabel: { id: `${PLUGIN_ID}.name`, defaultMessage: 'Archive' },
      permissions: [{ action: `plugin::${PLUGIN_ID}.read`, subject: null }],
      position: 3,
      Component: async () => ({ default: (await import('./pages/ArchivePages')).ArchivePages }),
    });
    app.widgets.register({
      id: 'archive',
      pluginId: PLUGIN_ID,
      icon: Archive,
      title: { id: `${PLUGIN_ID}.widget.title`, defaultMessage: 'The archive' },
      link: {
        label: { id: `${PLUGIN_ID}.widget.open`, defaultMessage: 'Open the overview' },
        href: `/plugins/${PLUGIN_ID}/overview`,
      },
      permissions: [{ action: `plugin::${PLUGIN_ID}.statistics` }],
      component: async () => (await import('./home/ArchiveWidget')).ArchiveWidget,
    });
  },
  bootstrap(app: StrapiApp) {
    addToContentManager(app);
  },
  registerTrads: ({ locales }: { locales: readonly string[] }) => readTranslations(locales),
};
