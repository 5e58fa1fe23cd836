import type { Knex } from 'knex';

import { isPostgres } from './allocate-ids';

/** Pages of the write-ahead log after which SQLite copies them into the database: 64 MB instead of 4. */
const LOG_PAGES = 16_384;
/** Of pages kept in memory, in KiB: the upper levels of every index of a large archive. */
const CACHE = 65_536;

/**
 * Prepares this process's own connection for many large transactions. With SQLite's defaults, every commit of a batch
 * would copy the log, and the same index pages would be read and written again and again; and it would look up both
 * ends of every link row, which `checkTargets` does once for a batch.
 */
export async function tuneForBulk(knex: Knex): Promise<void> {
  if (isPostgres(knex)) return;
  await knex.raw(`pragma wal_autocheckpoint = ${LOG_PAGES}`);
  await knex.raw(`pragma cache_size = -${CACHE}`);
  await knex.raw('pragma foreign_keys = off');
}
