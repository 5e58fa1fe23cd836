import type { Knex } from 'knex';

import { isPostgres } from './allocate-ids';
import { insertIntoPostgres } from './insert-into-postgres';
import { insertIntoSqlite } from './insert-into-sqlite';

export type Cell = string | number | boolean | Date | null;
export type Row = Readonly<Record<string, Cell>>;

/**
 * Inserts rows inside the transaction, by the way that is fastest for its database; Knex's own multi-row insert
 * spends more time on building the statement than the database on running it. All rows have the columns of the first.
 */
export async function insertRows(trx: Knex.Transaction, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  await (isPostgres(trx) ? insertIntoPostgres : insertIntoSqlite)(trx, table, columns, rows);
}
