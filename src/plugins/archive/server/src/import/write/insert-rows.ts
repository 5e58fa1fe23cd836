import type { Knex } from 'knex';

import { isPostgres } from './allocate-ids';
import { insertIntoPostgres } from './insert-into-postgres';
import { insertIntoSqlite } from './insert-into-sqlite';
import type { TableRows } from './table-rows';

/**
 * Inserts rows inside the transaction, by the way that is fastest for its database; Knex's own multi-row insert
 * spends more time on building the statement than the database on running it.
 */
export async function insertRows(trx: Knex.Transaction, rows: TableRows): Promise<void> {
  if (rows.cells.length === 0) return;
  await (isPostgres(trx) ? insertIntoPostgres : insertIntoSqlite)(trx, rows);
}
