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

/** Rows of so few columns, those of join tables, are cheaper many at a time; wide ones are not. */
const NARROW = 6;
const NARROW_ROWS = 50;

/** Prepared statements, run for each row or for fifty narrow ones: no SQL is parsed twice. */
export async function insertIntoSqlite(
  trx: Knex.Transaction,
  table: string,
  columns: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  const connection: Connection = await (trx.client as Knex.Client).acquireConnection();
  const names = columns.map((column) => `\`${column}\``).join(', ');
  const tuple = `(${columns.map(() => '?').join(', ')})`;
  const insertOf = (count: number) => {
    const tuples = Array.from({ length: count }, () => tuple).join(', ');
    return prepared(connection, `insert into \`${table}\` (${names}) values ${tuples}`);
  };
  const together = columns.length <= NARROW && rows.length >= NARROW_ROWS ? NARROW_ROWS : 1;
  const whole = rows.length - (rows.length % together);
  const many = insertOf(together);
  for (let from = 0; from < whole; from += together)
    many.run(...valuesOf(columns, rows, from, from + together));
  if (whole === rows.length) return;
  const one = insertOf(1);
  for (let from = whole; from < rows.length; from += 1) one.run(...valuesOf(columns, rows, from, from + 1));
}

function valuesOf(
  columns: readonly string[],
  rows: readonly Row[],
  from: number,
  to: number,
): (string | number | null)[] {
  const values: (string | number | null)[] = [];
  for (let index = from; index < to; index += 1) {
    const row = rows[index];
    for (const column of columns) values.push(sqliteValue(row?.[column]));
  }
  return values;
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
