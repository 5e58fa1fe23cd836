import { isDeepStrictEqual } from 'node:util';

import type { TestDatabase } from './test-database';

/** All that a database holds: each table's columns and rows.  */
export interface Snapshot {
  readonly columns: Record<string, string[]>;
  /** Rows as JSON, sorted, because tables without an `id` have no order of their own. */
  readonly rows: Record<string, string[]>;
}

export async function snapshotOf(database: TestDatabase): Promise<Snapshot> {
  const columns: Record<string, string[]> = {};
  for (const row of await database.columns()) {
    (columns[String(row['table_name'])] ??= []).push(String(row['column_name']));
  }
  const rows: Record<string, string[]> = {};
  for (const table of Object.keys(columns)) {
    const found = await database.rows(`SELECT * FROM "${table}"`);
    rows[table] = found.map((row) => JSON.stringify(row)).sort();
  }
  return { columns, rows };
}

/** The tables that differ in columns or rows; none where nothing was changed. */
export function changedTables(before: Snapshot, after: Snapshot): string[] {
  const tables = new Set([...Object.keys(before.columns), ...Object.keys(after.columns)]);
  return [...tables].filter(
    (table) =>
      !isDeepStrictEqual(before.columns[table], after.columns[table]) ||
      !isDeepStrictEqual(before.rows[table], after.rows[table]),
  );
}
