import type { Knex } from 'knex';

import type { Cell } from './cell-of';
import type { TableRows } from './table-rows';

const ROWS_A_STATEMENT = 2000;

/** Rows travel as one JSON value that PostgreSQL unpacks by the table's own types: one short statement, one value. */
export async function insertIntoPostgres(
  trx: Knex.Transaction,
  { table, columns, cells }: TableRows,
): Promise<void> {
  const json = await jsonColumns(trx, table);
  const names = columns.map(() => '??').join(', ');
  // Such a cell is JSON as text already: it travels as a string and is unpacked once more.
  const values = columns.map((column) => (json.has(column) ? "(?? #>> '{}')::jsonb" : '??')).join(', ');
  const sql = `insert into ?? (${names}) select ${values} from jsonb_populate_recordset(null::??, ?::jsonb)`;
  const step = ROWS_A_STATEMENT * columns.length;
  for (let from = 0; from < cells.length; from += step) {
    const part = recordsOf(columns, cells, from, Math.min(cells.length, from + step));
    await trx.raw(sql, [table, ...columns, ...columns, table, JSON.stringify(part)]);
  }
}

type PostgresValue = string | number | boolean | null;

function recordsOf(
  columns: readonly string[],
  cells: readonly Cell[],
  from: number,
  to: number,
): Record<string, PostgresValue>[] {
  const records: Record<string, PostgresValue>[] = [];
  for (let row = from; row < to; row += columns.length) {
    const record: Record<string, PostgresValue> = {};
    columns.forEach((column, at) => (record[column] = postgresValue(cells[row + at] ?? null)));
    records.push(record);
  }
  return records;
}

/** Asked once for each connection: a table's columns do not change while an import runs. */
const known = new WeakMap<object, Map<string, ReadonlySet<string>>>();

async function jsonColumns(trx: Knex.Transaction, table: string): Promise<ReadonlySet<string>> {
  const connection: object = await (trx.client as Knex.Client).acquireConnection();
  const tables = known.get(connection) ?? new Map<string, ReadonlySet<string>>();
  known.set(connection, tables);
  const columns = tables.get(table) ?? (await readJsonColumns(trx, table));
  tables.set(table, columns);
  return columns;
}

async function readJsonColumns(trx: Knex.Transaction, table: string): Promise<ReadonlySet<string>> {
  const sql = `select attname as name from pg_attribute
    where attrelid = ?::regclass and atttypid in ('json'::regtype, 'jsonb'::regtype) and attnum > 0`;
  const { rows }: { rows: { name: string }[] } = await trx.raw(sql, [`"${table}"`]);
  return new Set(rows.map(({ name }) => name));
}

/**
 * Strapi's columns are `timestamp` without zone, and its driver writes the local time of the process; the same here,
 * or the two would differ by the zone's offset.
 */
function postgresValue(cell: Cell): PostgresValue {
  return cell instanceof Date ? localTime(cell) : cell;
}

function localTime(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  return `${day} ${time}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}
