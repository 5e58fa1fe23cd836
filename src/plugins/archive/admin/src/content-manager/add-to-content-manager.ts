import type { StrapiApp } from '@strapi/strapi/admin';

import { ArchivePanel } from './ArchivePanel';

interface ContentManagerApis {
  addEditViewSidePanel(panels: readonly unknown[]): void;
}

/** Puts the panel "Archive record" beside every article. */
export function addToContentManager(app: Pick<StrapiApp, 'getPlugin'>): void {
  const { apis } = app.getPlugin('content-manager') as unknown as { apis: ContentManagerApis };
  apis.addEditViewSidePanel([ArchivePanel]);
}
