import { createPostgresDatabase } from './postgres.mjs';
import { createSqliteDatabase } from './sqlite.mjs';

/** An empty database of its own; it goes with the `left`overs. */
export async function createDatabase(kind, { folder, left }) {
  return kind === 'sqlite' ? createSqliteDatabase({ folder, left }) : createPostgresDatabase({ left });
}
