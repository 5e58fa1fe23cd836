import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

import { isPostgres } from '../import/write/allocate-ids';
import { supersededIndexes, type ArchiveIndex } from './archive-indexes';

/** MySQL and MariaDB have no partial indexes; the plugin supports SQLite and PostgreSQL. */
const SUPPORTED = new Set(['sqlite', 'postgres']);

/**
 * Creates the archive's raw indexes where they are missing and checks that they are there. Runs at every boot,
 * after the schema sync, because a changed schema may have dropped them.
 * @throws Error when the database already holds what a unique index forbids, naming an example.
 */
export async function ensureIndexes(strapi: Core.Strapi, indexes: readonly ArchiveIndex[]): Promise<void> {
  const { client } = strapi.db.dialect;
  if (!SUPPORTED.has(client)) {
    throw new Error(`The archive plugin runs on SQLite and PostgreSQL, not on ${client}.`);
  }
  const knex = strapi.db.connection;
  for (const index of indexes) await createIndex(knex, strapi.db.getSchemaName(), index);
  for (const name of supersededIndexes(indexes)) await knex.raw('drop index if exists ??', [name]);
  const present = await indexNames(knex, strapi.db.getSchemaName());
  const missing = indexes.filter((index) => !present.has(index.name));
  if (missing.length > 0) {
    throw new Error(`These indexes could not be created: ${missing.map((index) => index.name).join(', ')}.`);
  }
}

async function createIndex(knex: Knex, schema: string | undefined, index: ArchiveIndex): Promise<void> {
  const columns = index.columns.map(([, direction]) => `?? ${direction}`).join(', ');
  const where = index.where === null ? '' : ` where ${index.where}`;
  const table = schema ? `${schema}.${index.table}` : index.table;
  const kind = index.unique ? 'unique index' : 'index';
  try {
    await knex.raw(`create ${kind} if not exists ?? on ?? (${columns})${where}`, [
      index.name,
      table,
      ...index.columns.map(([column]) => column),
    ]);
  } catch (error) {
    if (!index.unique) throw error;
    throw new Error(
      `${index.table} holds the same ${index.columns.map(([column]) => column).join(' + ')} twice, so the index ` +
        `${index.name} cannot be created. Give one of the entries another slug and start again.`,
      { cause: error },
    );
  }
}

async function indexNames(knex: Knex, schema: string | undefined): Promise<Set<string>> {
  const rows: { name: string }[] = isPostgres(knex)
    ? await knex('pg_indexes')
        .where({ schemaname: schema ?? 'public' })
        .select({ name: 'indexname' })
    : await knex('sqlite_master').where({ type: 'index' }).select('name');
  return new Set(rows.map((row) => row.name));
}
