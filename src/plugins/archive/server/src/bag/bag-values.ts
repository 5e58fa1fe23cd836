import { fromJson, jsonOf, timeOf, type Cell } from '../import/write/cell-of';
import type { ColumnForm } from './bag-tables';

/** A database's value as a bag holds it: the same from SQLite and from PostgreSQL. */
export function bagValue(form: ColumnForm, cell: unknown): unknown {
  if (cell === null || cell === undefined) return null;
  switch (form) {
    case 'time':
      return timeOf(cell)?.toISOString() ?? null;
    case 'day':
      return cell instanceof Date ? dayOf(cell) : cell;
    case 'truth':
      return Boolean(cell);
    case 'json':
      return fromJson(cell);
    case 'number':
      // PostgreSQL's driver gives large numbers as text.
      return Number(cell);
    case 'text':
      return cell;
  }
}

/** What the database is given for a bag's value. @throws TypeError where it is of another sort */
export function cellOfBag(form: ColumnForm, value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (form === 'json') return jsonOf(value);
  if (form === 'time' && typeof value === 'string') {
    const time = new Date(value);
    if (!Number.isNaN(time.getTime())) return time;
  }
  if (form === 'number' && typeof value === 'number') return value;
  if (form === 'truth' && typeof value === 'boolean') return value;
  if ((form === 'text' || form === 'day') && typeof value === 'string') return value;
  throw new TypeError(`${JSON.stringify(value).slice(0, 80)} is no ${form}`);
}

function dayOf(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const year = String(date.getFullYear()).padStart(4, '0');
  return `${year}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
