import type { Knex } from 'knex';

import type { Cell, Row } from './insert-rows';

const ROWS_A_STATEMENT = 2000;

/** Rows travel as one JSON value that PostgreSQL unpacks by the table's own types: one short statement, one value. */
export async function insertIntoPostgres(
  trx: Knex.Transaction,
  table: string,
  columns: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  const names = columns.map(() => '??').join(', ');
  const sql = `insert into ?? (${names}) select ${names} from jsonb_populate_recordset(null::??, ?::jsonb)`;
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    const part = rows.slice(from, from + ROWS_A_STATEMENT).map((row) => postgresRow(columns, row));
    await trx.raw(sql, [table, ...columns, ...columns, table, JSON.stringify(part)]);
  }
}

function postgresRow(columns: readonly string[], row: Row): Record<string, string | number | boolean | null> {
  return Object.fromEntries(columns.map((column) => [column, postgresValue(row[column])]));
}

/**
 * Strapi's columns are `timestamp` without zone, and its driver writes the local time of the process; the same here,
 * or the two would differ by the zone's offset.
 */
function postgresValue(cell: Cell | undefined): string | number | boolean | null {
  if (cell === undefined || cell === null) return null;
  return cell instanceof Date ? localTime(cell) : cell;
}

function localTime(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  return `${day} ${time}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}
