import { rm } from 'node:fs/promises';

import BetterSqlite3 from 'better-sqlite3';
import { Client } from 'pg';

import { createDatabase } from '../harness/databases';
import type { TestDatabase } from '../harness/test-database';

/** A database of its own that holds the same as another, which nobody may be using. Whoever copies it drops it. */
export async function copyDatabase(original: TestDatabase): Promise<TestDatabase> {
  const copy = await createDatabase(original.kind);
  if (original.kind === 'sqlite') await copySqlite(original, copy);
  else {
    const name = nameOf(copy);
    await administer(original, `DROP DATABASE ${name}`);
    await administer(original, `CREATE DATABASE ${name} TEMPLATE ${nameOf(original)}`);
  }
  return copy;
}

async function copySqlite(original: TestDatabase, copy: TestDatabase): Promise<void> {
  const file = copy.env['DATABASE_FILENAME'] ?? '';
  await rm(file, { force: true });
  const connection = new BetterSqlite3(original.env['DATABASE_FILENAME'] ?? '');
  try {
    connection.prepare('VACUUM INTO ?').run(file);
  } finally {
    connection.close();
  }
}

/** The name of a PostgreSQL database. */
export function nameOf({ env }: TestDatabase): string {
  return new URL(env['DATABASE_URL'] ?? '').pathname.slice(1);
}

/** Runs a statement beside a PostgreSQL database, on its server. */
export async function administer({ env }: TestDatabase, sql: string): Promise<void> {
  const url = new URL(env['DATABASE_URL'] ?? '');
  url.pathname = '/postgres';
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
