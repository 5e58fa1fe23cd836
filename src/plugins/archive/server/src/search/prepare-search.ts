import type { Core } from '@strapi/strapi';

import type { ArchiveConfig } from '../config/archive-config';
import { PLUGIN_ID } from '../plugin-id';
import { backendFor } from './search-index';
import { siteShape } from './site-shape';

const MEMORY = { type: 'plugin', name: PLUGIN_ID, key: 'search_shape' };

/**
 * Makes the index's tables and triggers at every start, after the schema sync, which may have dropped triggers.
 * Where something was missing, what is out of step is queued; where the index is of another shape, everything is.
 * The server works the queue off while it serves.
 */
export async function prepareSearch(strapi: Core.Strapi, config: ArchiveConfig): Promise<void> {
  const shape = siteShape(strapi, config);
  if (!shape) return;
  const knex = strapi.db.connection;
  const backend = backendFor(knex);
  const wasIncomplete = await backend.prepare(knex, shape);
  const stored: unknown = await strapi.store.get(MEMORY);
  const isKnown = JSON.stringify(stored) === JSON.stringify(shape);
  if (!isKnown) await backend.queueAll(knex, shape);
  else if (wasIncomplete) await backend.queueDifferences(knex, shape);
  if (!isKnown) await strapi.store.set({ ...MEMORY, value: shape });
}
