import type { ColumnPlan } from '../plan/write-plan';

/** What a column of the database is given. */
export type Cell = string | number | boolean | Date | null;

/** A value of an attribute, as the importer knows it. */
export type Value =
  | string
  | number
  | boolean
  | Date
  | null
  | JsonText
  | readonly unknown[]
  | { readonly [key: string]: unknown };

/** A JSON value that was written out already, where the record was parsed. */
export class JsonText {
  constructor(readonly json: string) {}
}

/** The database form of a value: JSON columns hold text, everything else stays as it is. */
export function cellOf(column: ColumnPlan, value: Value): Cell {
  if (value === null) return null;
  if (typeof value === 'string') return column.type === 'json' ? jsonOf(value) : storable(value);
  if (typeof value === 'object') {
    if (value instanceof Date) return column.type === 'json' ? jsonOf(value) : value;
    return value instanceof JsonText ? value.json : jsonOf(value);
  }
  return column.type === 'json' ? jsonOf(value) : value;
}

/** A value as JSON that both databases store. */
export function jsonOf(value: unknown): string {
  const json = JSON.stringify(value);
  // Only what JSON has to escape can be what PostgreSQL refuses; looking for it first spares a call for each value.
  return json.includes('\\u') ? JSON.stringify(value, storableValue) : json;
}

/** PostgreSQL stores neither NUL nor half a surrogate pair; an excerpt of a broken record may hold both. */
function storable(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.includes('\0') ? whole.replaceAll('\0', '\ufffd') : whole;
}

function storableValue(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? storable(value) : value;
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
