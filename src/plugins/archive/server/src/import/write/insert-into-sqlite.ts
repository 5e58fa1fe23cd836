import type { Knex } from 'knex';

import type { Cell } from './cell-of';
import type { TableRows } from './table-rows';

type Bound = string | number | null;

/** As much of better-sqlite3 as is used. */
interface Statement {
  run(values: readonly Bound[]): unknown;
}
interface Connection {
  prepare(sql: string): Statement;
}

/** Compiled once for each connection; a connection lives as long as the import. */
const statements = new WeakMap<Connection, Map<string, Statement>>();

/** Rows of so few columns, those of join tables, are cheaper many at a time; with texts in them they are not. */
const NARROW = 4;
const NARROW_ROWS = 200;

/** Prepared statements, run for each row or for many narrow ones: no SQL is parsed twice. */
export async function insertIntoSqlite(trx: Knex.Transaction, rows: TableRows): Promise<void> {
  const { table, columns } = rows;
  const connection: Connection = await (trx.client as Knex.Client).acquireConnection();
  const names = columns.map((column) => `\`${column}\``).join(', ');
  const tuple = `(${columns.map(() => '?').join(', ')})`;
  const insertOf = (count: number) => {
    const tuples = Array.from({ length: count }, () => tuple).join(', ');
    return prepared(connection, `insert into \`${table}\` (${names}) values ${tuples}`);
  };
  const bound = rows.cells.map(sqliteValue);
  const width = columns.length;
  const together = width * (width <= NARROW && bound.length >= NARROW_ROWS * width ? NARROW_ROWS : 1);
  const whole = bound.length - (bound.length % together);
  const many = insertOf(together / width);
  for (let from = 0; from < whole; from += together) many.run(bound.slice(from, from + together));
  if (whole === bound.length) return;
  const one = insertOf(1);
  for (let from = whole; from < bound.length; from += width) one.run(bound.slice(from, from + width));
}

function prepared(connection: Connection, sql: string): Statement {
  const known = statements.get(connection) ?? new Map<string, Statement>();
  statements.set(connection, known);
  const statement = known.get(sql) ?? connection.prepare(sql);
  known.set(sql, statement);
  return statement;
}

/** SQLite keeps times as milliseconds and truth as 0 and 1, just as Strapi's own driver writes them. */
function sqliteValue(cell: Cell): Bound {
  if (typeof cell === 'string' || typeof cell === 'number' || cell === null) return cell;
  return typeof cell === 'boolean' ? Number(cell) : cell.getTime();
}
