import type { Knex } from 'knex';

import type { Cell, Row } from './insert-rows';

/** As much of better-sqlite3 as is used. */
interface Statement {
  run(...values: readonly (string | number | null)[]): unknown;
}
interface Connection {
  prepare(sql: string): Statement;
}

/** Compiled once for each connection; a connection lives as long as the import. */
const statements = new WeakMap<Connection, Map<string, Statement>>();

/** One prepared statement, run for each row: no SQL is parsed twice. */
export async function insertIntoSqlite(
  trx: Knex.Transaction,
  table: string,
  columns: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  const connection: Connection = await (trx.client as Knex.Client).acquireConnection();
  const names = columns.map((column) => `\`${column}\``).join(', ');
  const marks = columns.map(() => '?').join(', ');
  const insert = prepared(connection, `insert into \`${table}\` (${names}) values (${marks})`);
  for (const row of rows) insert.run(...columns.map((column) => sqliteValue(row[column])));
}

function prepared(connection: Connection, sql: string): Statement {
  const known = statements.get(connection) ?? new Map<string, Statement>();
  statements.set(connection, known);
  const statement = known.get(sql) ?? connection.prepare(sql);
  known.set(sql, statement);
  return statement;
}

/** SQLite keeps times as milliseconds and truth as 0 and 1, just as Strapi's own driver writes them. */
function sqliteValue(cell: Cell | undefined): string | number | null {
  if (cell === undefined || cell === null) return null;
  if (cell instanceof Date) return cell.getTime();
  return typeof cell === 'boolean' ? Number(cell) : cell;
}
