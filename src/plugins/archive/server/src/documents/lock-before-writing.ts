import { setTimeout as wait } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

import { IMPORT_JOB } from '../plugin-id';

const WRITES = new Set(['create', 'update', 'delete', 'clone', 'publish', 'unpublish', 'discardDraft']);

/** How often a save asks for the lock again, and when it gives up, in milliseconds. */
const ASK_EVERY = 4;
const PATIENCE = 30_000;

/**
 * On SQLite, Strapi's transactions read first and ask for the write lock later, which fails at once where an import
 * committed in between. So each save takes the lock with its first statement. Where an import holds it, the save asks
 * again in a moment: SQLite's own waiting would stop the whole process, readers included.
 */
export function lockBeforeWriting(strapi: Core.Strapi): void {
  if (!isSqlite(strapi)) return;
  strapi.documents.use(async (context, next) => {
    if (!WRITES.has(context.action) || strapi.db.inTransaction()) return next();
    return underWriteLock(strapi, async () => next());
  });
}

/**
 * Runs `work` in a transaction of Strapi's that no import can come between: on SQLite its first statement takes the
 * write lock.
 */
export async function underWriteLock<Result>(
  strapi: Core.Strapi,
  work: (trx: Knex.Transaction) => Promise<Result>,
): Promise<Result> {
  if (!isSqlite(strapi)) return strapi.db.transaction(({ trx }) => work(trx));
  const { tableName } = strapi.db.metadata.get(IMPORT_JOB);
  const begun = performance.now();
  for (;;) {
    const impatient = performance.now() - begun > PATIENCE;
    let locked = false;
    try {
      return await strapi.db.transaction(async ({ trx }) => {
        await takeWriteLock(trx, tableName);
        locked = true;
        return await work(trx);
      });
    } catch (error) {
      if (locked || impatient || !isBusy(error)) throw error;
      await wait(ASK_EVERY);
    }
  }
}

function isSqlite(strapi: Core.Strapi): boolean {
  return strapi.config.get('database.connection.client') === 'sqlite';
}

/** Fails at once where another process has the lock; `id = -1` fits no row. */
async function takeWriteLock(trx: Knex.Transaction, table: string): Promise<void> {
  const [before]: { timeout: number }[] = await trx.raw('pragma busy_timeout');
  await trx.raw('pragma busy_timeout = 0');
  try {
    await trx(table).where({ id: -1 }).update({ id: -1 });
  } finally {
    await trx.raw(`pragma busy_timeout = ${before?.timeout ?? 5000}`);
  }
}

function isBusy(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && code.startsWith('SQLITE_BUSY');
}
