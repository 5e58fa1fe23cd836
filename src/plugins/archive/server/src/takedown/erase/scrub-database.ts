import type { Knex } from 'knex';

import { typeOf, type WritePlan } from '../../import/plan/write-plan';
import { isPostgres } from '../../import/write/allocate-ids';
import { MENTION_ARTICLES, MENTIONS } from '../../mentions/mention-tables';
import { IMPORTED_ENTRY, LEDGER_RECORD } from '../../plugin-id';
import { wordsTable } from '../../search/sqlite/sqlite-tables';

/**
 * Writes the database anew without what was deleted: a database keeps the bytes of deleted and changed rows in its
 * free space until something else is written there, and an index of words keeps those of removed documents until its
 * parts are merged. On SQLite that takes as much free disk space as the database has; on PostgreSQL each table is
 * locked while it is written.
 * @returns whether all of it could be done: on SQLite, a site that is reading keeps the old log alive
 */
export async function scrubDatabase(knex: Knex, plan: WritePlan): Promise<boolean> {
  return isPostgres(knex) ? scrubPostgres(knex, plan) : scrubSqlite(knex, plan);
}

async function scrubSqlite(knex: Knex, { search }: WritePlan): Promise<boolean> {
  await knex.raw('pragma secure_delete = on');
  for (const state of search ? (['published', 'draft'] as const) : []) {
    const table = search ? wordsTable(search, state) : '';
    await knex.raw('insert into ?? (??) values (?)', [table, table, 'optimize']);
  }
  await knex.raw('vacuum');
  const [checkpoint]: { busy: number }[] = await knex.raw('pragma wal_checkpoint(truncate)');
  return checkpoint?.busy !== 1;
}

async function scrubPostgres(knex: Knex, plan: WritePlan): Promise<boolean> {
  const types = [plan.content.article, plan.content.media, plan.content.entity].flatMap((target) =>
    target ? [typeOf(plan, target.uid)] : [],
  );
  const components = types.flatMap((type) =>
    Object.values(type.components).map(({ componentTable }) => componentTable),
  );
  const tables = [
    ...types.map(({ table }) => table),
    ...new Set(components),
    typeOf(plan, LEDGER_RECORD).table,
    typeOf(plan, IMPORTED_ENTRY).table,
    MENTION_ARTICLES,
    MENTIONS,
    ...(plan.search ? [plan.search.tables.docs] : []),
  ];
  for (const table of tables) await knex.raw('vacuum full ??', [table]);
  return true;
}
