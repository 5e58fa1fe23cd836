import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';

import { Client, types } from 'pg';

import { PROJECT } from './project';
import type { Requirement } from './requirement';
import type { TestDatabase } from './test-database';

const SERVER = process.env['TEST_POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** A PostgreSQL database with a random name on the test server. */
export async function createPostgresDatabase(): Promise<TestDatabase> {
  const name = `backfile_test_${randomBytes(6).toString('hex')}`;
  await query(SERVER, `CREATE DATABASE ${name}`);

  const url = new URL(SERVER);
  url.pathname = `/${name}`;
  const rows = (sql: string) => query(url.href, sql);

  return {
    kind: 'postgres',
    env: { DATABASE_CLIENT: 'postgres', DATABASE_URL: url.href },
    rows,
    columns: () =>
      rows(
        `SELECT table_name, column_name FROM information_schema.columns
         WHERE table_schema = 'public' ORDER BY 1, 2`,
      ),
    drop: async () => {
      await query(SERVER, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

/** Whether the server answers must be known while tests are still being declared, hence the process that waits. */
export function postgres(): Requirement {
  const script = `
    const { Client } = require('pg');
    const client = new Client({ connectionString: process.argv[1], connectionTimeoutMillis: 3000 });
    client.connect().then(() => client.end()).catch((error) => {
      process.stdout.write(error.message || error.code || String(error));
      process.exitCode = 1;
    });`;
  const probe = spawnSync(process.execPath, ['-e', script, SERVER], { cwd: PROJECT, encoding: 'utf8' });
  if (probe.status === 0) return { name: 'PostgreSQL', missing: null };
  const address = new URL(SERVER).host;
  return {
    name: 'PostgreSQL',
    missing: `PostgreSQL does not answer at ${address} (${probe.stdout}). Start it, or set TEST_POSTGRES_URL.`,
  };
}

async function query(connectionString: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString, types: { getTypeParser } });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}

const DATES = new Set<number>([types.builtins.DATE, types.builtins.TIMESTAMP, types.builtins.TIMESTAMPTZ]);

/** Dates as the database writes them. Strapi changes the driver's parsers for the whole process when it boots. */
const getTypeParser: typeof types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  DATES.has(oid) ? String : types.getTypeParser(oid, format);
