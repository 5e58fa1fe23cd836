import path from 'node:path';

import type { Core } from '@strapi/strapi';

/** The part of a better-sqlite3 connection that the set-up below needs. */
interface SqliteConnection {
  pragma(statement: string): unknown;
}

/**
 * Write-ahead logging lets readers go on while an import writes; `NORMAL` still survives a killed process.
 * The time-out is how long a writer waits for another one before it gives up.
 */
const prepareSqlite = (
  connection: SqliteConnection,
  done: (error: unknown, ready: SqliteConnection) => void,
) => {
  try {
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = NORMAL');
    connection.pragma('busy_timeout = 15000');
  } catch (error) {
    // Thrown here, it would end the process: the file is no database, or may not be written.
    done(error, connection);
    return;
  }
  done(null, connection);
};

export default ({ env }: Core.Config.Shared.ConfigParams) => {
  const client = env('DATABASE_CLIENT', 'sqlite');
  const root = path.resolve(__dirname, '..', '..');

  const sqlite = {
    connection: { filename: path.resolve(root, env('DATABASE_FILENAME', '.tmp/data.db')) },
    useNullAsDefault: true,
    pool: { afterCreate: prepareSqlite },
  };

  const postgres = {
    connection: {
      connectionString: env('DATABASE_URL'),
      schema: env('DATABASE_SCHEMA', 'public'),
      ssl: env.bool('DATABASE_SSL', false) && {
        rejectUnauthorized: env.bool('DATABASE_SSL_REJECT_UNAUTHORIZED', true),
      },
    },
    pool: { min: env.int('DATABASE_POOL_MIN', 2), max: env.int('DATABASE_POOL_MAX', 10) },
  };

  if (client !== 'sqlite' && client !== 'postgres') {
    throw new Error(
      `DATABASE_CLIENT is "${client}". Backfile runs on "sqlite" (the default) and on "postgres".`,
    );
  }
  return {
    connection: {
      client,
      ...(client === 'sqlite' ? sqlite : postgres),
      acquireConnectionTimeout: env.int('DATABASE_CONNECTION_TIMEOUT', 60_000),
    },
  };
};
