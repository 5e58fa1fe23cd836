import type { Core } from '@strapi/strapi';

import type { ArchiveConfig } from '../config/archive-config';
import { ERA } from '../plugin-id';

/** Ties eras to the project's own source type, where the configuration names one. */
export function addEraPublisher(strapi: Core.Strapi, config: ArchiveConfig): void {
  const source = config.content.source?.uid;
  if (!source || !(source in strapi.contentTypes)) return;
  strapi.get('content-types').extend(ERA, (era: { attributes: Record<string, unknown> }) => {
    era.attributes['publisher'] = { type: 'relation', relation: 'manyToOne', target: source };
  });
}
