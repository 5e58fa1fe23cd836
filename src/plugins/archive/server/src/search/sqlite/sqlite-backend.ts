import type { Knex } from 'knex';

import type { StoredDocument } from '../index-document';
import type { SearchBackend } from '../search-backend';
import type { SearchShape } from '../search-shape';
import { matchExpression } from './match-expression';
import { countInSqlite, pageFromSqlite, spansInSqlite, tagsFromSqlite } from './read-sqlite';
import { createSqliteTables, withoutInsertTriggers, wordsTable } from './sqlite-tables';
import { addToSqlite, removeFromSqlite } from './write-sqlite';

/** The index on SQLite: FTS5. */
export const sqliteBackend: SearchBackend = {
  prepare: createSqliteTables,
  add: addToSqlite,
  remove: removeFromSqlite,
  page: pageFromSqlite,
  count: countInSqlite,
  tags: tagsFromSqlite,
  spans: spansInSqlite,

  async clear(knex, shape) {
    await knex.transaction(async (trx) => {
      await trx(shape.tables.docs).delete();
      await trx(shape.tables.counts).delete();
      for (const state of ['published', 'draft'] as const)
        await trx.raw(`drop table if exists "${wordsTable(shape, state)}"`);
    });
  },

  unqueued: withoutInsertTriggers,

  async takeQueued(trx, { tables }, most) {
    const rows: { row_id: number }[] = await trx(tables.queue)
      .orderBy('row_id', 'desc')
      .limit(most)
      .select('row_id');
    const ids = rows.map((row) => row.row_id);
    if (ids.length > 0) await trx(tables.queue).whereIn('row_id', ids).delete();
    return ids;
  },

  async isQueueEmpty(knex, { tables }) {
    return (await knex(tables.queue).first('row_id')) === undefined;
  },

  async queueAll(knex, { table, tables }) {
    await knex.raw(`insert or ignore into "${tables.queue}" (row_id)
      select id from "${table}" union select row_id from "${tables.docs}"`);
  },

  async queueDifferences(knex, { table, tables }) {
    await knex.raw(`insert or ignore into "${tables.queue}" (row_id)
      select a.id from "${table}" a left join "${tables.docs}" d on d.row_id = a.id
      where d.row_id is null or d.changed <> coalesce(cast(a.updated_at as varchar(40)), '')
      union select row_id from "${tables.docs}" where row_id not in (select id from "${table}")`);
  },

  async stored(trx, { tables }, rowIds) {
    const rows: StoredRow[] = await trx(tables.docs)
      .whereIn('row_id', [...rowIds])
      .select('doc', 'row_id', 'published', 'latest', 'tags', 'hash', 'changed');
    return rows.map(storedDocument);
  },

  async addCounts(trx, { tables }, differences) {
    const connection: { prepare(sql: string): { run(...values: (string | number)[]): unknown } } = await (
      trx.client as Knex.Client
    ).acquireConnection();
    const add = connection.prepare(
      `insert into "${tables.counts}" (tag, n) values (?, ?) on conflict (tag) do update set n = n + excluded.n`,
    );
    for (const [tag, difference] of differences) if (difference !== 0) add.run(tag, difference);
  },

  async counter(knex, { tables }, tag) {
    const row: { n: number } | undefined = await knex(tables.counts).where({ tag }).first('n');
    return row?.n ?? 0;
  },

  async counts(knex, { tables }, prefix, most) {
    return knex.raw(
      `select tag, n as count from "${tables.counts}" where tag >= ? and tag < ? and n > 0 order by n desc, tag limit ?`,
      [prefix, `${prefix}\u{10ffff}`, most],
    );
  },

  async tidy(knex, shape) {
    for (const state of ['published', 'draft'] as const) await mergeParts(knex, wordsTable(shape, state));
  },

  async faults(knex, shape) {
    return [...(await damage(knex, shape)), ...(await strayDocuments(knex, shape))];
  },

  rowsWith(knex, shape, words, states) {
    const parts = states.map((state) => {
      const table = wordsTable(shape, state);
      return `select rowid & 2147483647 from "${table}" where "${table}" match ?`;
    });
    const values = states.map((state) => matchExpression(words, [], state === 'published' ? 'full' : 'none'));
    return knex.raw(parts.join(' union all '), values);
  },
};

/** Pages that are merged in one short transaction, and how often at a time, so that saves hardly wait. */
const PAGES_A_STEP = 200;
const STEPS_AT_ONCE = 25;

/** Merges parts of a full-text table, of which an import leaves many, until there are few. */
async function mergeParts(knex: Knex, table: string): Promise<void> {
  for (let step = 0; step < STEPS_AT_ONCE; step += 1) {
    const before = await changesOf(knex);
    await knex.raw(`insert into "${table}" ("${table}", rank) values ('merge', ${PAGES_A_STEP})`);
    // The command itself counts as one change: see "The merge Command" in SQLite's description of FTS5.
    if ((await changesOf(knex)) - before < 2) return;
  }
}

async function changesOf(knex: Knex): Promise<number> {
  const [row]: { n: number }[] = await knex.raw('select total_changes() as n');
  return row?.n ?? 0;
}

interface StoredRow {
  doc: number;
  row_id: number;
  published: number;
  latest: number;
  tags: string;
  hash: string;
  changed: string;
}

function storedDocument({ row_id, published, tags, ...row }: StoredRow): StoredDocument {
  return { ...row, rowId: row_id, published: published === 1, tags: tags.split(' ') };
}

async function damage(knex: Knex, shape: SearchShape): Promise<string[]> {
  const faults: string[] = [];
  for (const state of ['published', 'draft'] as const) {
    const table = wordsTable(shape, state);
    try {
      await knex.raw(`insert into "${table}" ("${table}") values ('integrity-check')`);
    } catch (error) {
      faults.push(`${table} is damaged: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return faults;
}

async function strayDocuments(knex: Knex, shape: SearchShape): Promise<string[]> {
  const faults: string[] = [];
  for (const state of ['published', 'draft'] as const) {
    const table = wordsTable(shape, state);
    const docs = `select doc from "${shape.tables.docs}" where published = ${state === 'published' ? 1 : 0}`;
    const words = `select id from "${table}_docsize"`;
    const [row]: { missing: number; stray: number }[] = await knex.raw(
      `select (select count(*) from (${docs} except ${words})) as missing,
              (select count(*) from (${words} except ${docs})) as stray`,
    );
    if (row && row.missing + row.stray > 0)
      faults.push(`${table} lacks ${row.missing} documents and holds ${row.stray} that should not be there`);
  }
  return faults;
}
