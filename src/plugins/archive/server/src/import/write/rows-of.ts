import type { Cell } from './cell-of';
import { tableRows, type TableRows } from './table-rows';

/** Rows given as objects with the same columns: for the few, where a name says more than a place. */
export function rowsOf(table: string, rows: readonly Readonly<Record<string, Cell>>[]): TableRows {
  const columns = Object.keys(rows[0] ?? {});
  const found = tableRows(table, columns);
  for (const row of rows) for (const column of columns) found.cells.push(row[column] ?? null);
  return found;
}
