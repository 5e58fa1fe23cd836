import type { Core } from '@strapi/strapi';

import { IMPORT_JOB } from '../plugin-id';

const WRITES = new Set(['create', 'update', 'delete', 'clone', 'publish', 'unpublish', 'discardDraft']);

/**
 * On SQLite, Strapi's transactions read first and ask for the write lock later, which fails at once where an import
 * committed in between. So each save takes the lock with its first statement and waits its turn instead.
 */
export function lockBeforeWriting(strapi: Core.Strapi): void {
  if (strapi.config.get('database.connection.client') !== 'sqlite') return;
  strapi.documents.use(async (context, next) => {
    if (!WRITES.has(context.action) || strapi.db.inTransaction()) return next();
    const { tableName } = strapi.db.metadata.get(IMPORT_JOB);
    return strapi.db.transaction(async ({ trx }) => {
      await trx(tableName).where({ id: -1 }).update({ id: -1 });
      return await next();
    });
  });
}
