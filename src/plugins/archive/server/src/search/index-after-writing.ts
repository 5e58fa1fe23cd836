import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

import type { ArchiveConfig } from '../config/archive-config';
import { indexQueued } from './search-index';
import { siteShape } from './site-shape';

const WRITES = new Set(['create', 'update', 'delete', 'clone', 'publish', 'unpublish', 'discardDraft']);

/** A save indexes no more than this in its own transaction; the rest of a long queue is the server's work. */
const MOST_ROWS = 500;

/**
 * Indexes within the transaction of each save, of any type: to delete a source changes its articles, too. A fault of
 * the index never stops an editor: what was queued stays queued, and the server tries again.
 */
export function indexAfterWriting(strapi: Core.Strapi, config: ArchiveConfig): void {
  strapi.documents.use(async (context, next) => {
    const shape = siteShape(strapi, config);
    if (!shape || !WRITES.has(context.action)) return next();
    return strapi.db.transaction(async ({ trx }) => {
      const result = await next();
      try {
        await (trx as Knex.Transaction).transaction((savepoint) =>
          indexQueued(savepoint, shape, { most: MOST_ROWS }),
        );
      } catch (error) {
        strapi.log.error(
          `archive: the search index could not follow a change: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
      return result;
    });
  });
}
