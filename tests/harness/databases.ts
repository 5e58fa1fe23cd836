import { createPostgresDatabase, postgres } from './postgres-database';
import { describeWith } from './requirement';
import { createSqliteDatabase } from './sqlite-database';
import type { DatabaseKind, TestDatabase } from './test-database';

/** Declares the same tests for SQLite and for PostgreSQL, which is skipped where no server answers. */
export function eachDatabase(title: string, tests: (kind: DatabaseKind) => void): void {
  describe(`${title} [sqlite]`, () => {
    tests('sqlite');
  });
  describeWith(postgres(), `${title} [postgres]`, () => {
    tests('postgres');
  });
}

/** A fresh, empty database. Whoever creates it drops it. */
export function createDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  return kind === 'sqlite' ? createSqliteDatabase() : createPostgresDatabase();
}
