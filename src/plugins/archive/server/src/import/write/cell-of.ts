import type { ColumnPlan } from '../plan/write-plan';
import type { Cell, Row } from './insert-rows';

/** A value of an attribute, as the importer knows it. */
export type Value =
  | string
  | number
  | boolean
  | Date
  | null
  | readonly unknown[]
  | { readonly [key: string]: unknown };

/** The database form of a value: JSON columns hold text, everything else stays as it is. */
export function cellOf(column: ColumnPlan, value: Value): Cell {
  if (value === null) return null;
  if (column.type === 'json') return storable(JSON.stringify(value, storableValue));
  if (typeof value === 'string') return storable(value);
  if (typeof value === 'object' && !(value instanceof Date))
    return storable(JSON.stringify(value, storableValue));
  return value;
}

/** PostgreSQL stores neither NUL nor half a surrogate pair; an excerpt of a broken record may hold both. */
function storable(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.includes('\0') ? whole.replaceAll('\0', '\ufffd') : whole;
}

function storableValue(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? storable(value) : value;
}

/** A row with every column of a type, so that rows of one statement agree; absent values take the default. */
export function rowOf(
  columns: Readonly<Record<string, ColumnPlan>>,
  values: Readonly<Record<string, Value>>,
): Row {
  const row: Record<string, Cell> = {};
  for (const name in columns) {
    const column = columns[name];
    if (!column) continue;
    const value = values[name];
    row[column.column] = value === undefined ? column.fallback : cellOf(column, value);
  }
  return row;
}

/** A JSON column's value: text from SQLite, parsed already from PostgreSQL. */
export function fromJson(cell: unknown): unknown {
  return typeof cell === 'string' ? (JSON.parse(cell) as unknown) : cell;
}

/** A datetime column's value: milliseconds from SQLite, a Date from PostgreSQL. */
export function timeOf(cell: unknown): Date | null {
  if (cell === null || cell === undefined) return null;
  if (cell instanceof Date) return cell;
  return typeof cell === 'number' || typeof cell === 'string' ? new Date(cell) : null;
}
