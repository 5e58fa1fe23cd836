import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import BetterSqlite3 from 'better-sqlite3';

import type { TestDatabase } from './test-database';

/** A SQLite file in a temporary folder. */
export async function createSqliteDatabase(): Promise<TestDatabase> {
  const folder = await mkdtemp(path.join(tmpdir(), 'backfile-test-'));
  const file = path.join(folder, 'data.db');

  const rows = (sql: string): Promise<Record<string, unknown>[]> => {
    const connection = new BetterSqlite3(file, { readonly: true });
    try {
      return Promise.resolve(connection.prepare<unknown[], Record<string, unknown>>(sql).all());
    } finally {
      connection.close();
    }
  };

  return {
    kind: 'sqlite',
    env: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: file },
    rows,
    columns: () =>
      rows(
        `SELECT t.name AS table_name, c.name AS column_name
         FROM sqlite_master t, pragma_table_info(t.name) c
         WHERE t.type = 'table' ORDER BY 1, 2`,
      ),
    drop: () => rm(folder, { recursive: true, force: true }),
  };
}
