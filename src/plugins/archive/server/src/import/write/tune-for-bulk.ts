import type { Knex } from 'knex';

import { isPostgres } from './allocate-ids';

/** Pages of the write-ahead log after which SQLite copies them into the database: 32 MB instead of 4. */
const PAGES = 8192;

/**
 * Prepares this process's own connection for many large transactions: with SQLite's default, every commit of a batch
 * would copy the log, and the same index pages again and again.
 */
export async function tuneForBulk(knex: Knex): Promise<void> {
  if (!isPostgres(knex)) await knex.raw(`pragma wal_autocheckpoint = ${PAGES}`);
}
