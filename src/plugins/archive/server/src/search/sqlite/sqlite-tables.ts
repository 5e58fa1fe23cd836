import type { Knex } from 'knex';

import type { State } from '../search-backend';
import type { SearchShape } from '../search-shape';

/**
 * Full-text tables without a copy of the text. Words come folded and parted by spaces, so the plainest tokenizer
 * does; `_` begins a tag. Readers' searches need positions, for phrases; the admin's search of drafts does not.
 */
const OPTIONS = `content='', contentless_delete=1, tokenize="ascii tokenchars '_'"`;

/** The full-text table of published articles or of drafts. */
export function wordsTable(shape: SearchShape, state: State): string {
  return `${shape.table.slice(0, 40)}_search_${state === 'published' ? 'published' : 'drafts'}`;
}

/** Creates what is missing; true where something was. */
export async function createSqliteTables(knex: Knex, shape: SearchShape): Promise<boolean> {
  const present = await objectNames(knex);
  const { docs, queue, counts } = shape.tables;
  const statements: readonly (readonly [name: string, sql: string])[] = [
    [
      docs,
      `create table "${docs}" (doc integer primary key, row_id integer not null unique, published integer not null,
        latest integer not null, tags text not null, hash text not null, changed text not null)`,
    ],
    [queue, `create table "${queue}" (row_id integer primary key)`],
    [counts, `create table "${counts}" (tag text primary key, n integer not null) without rowid`],
    [
      wordsTable(shape, 'published'),
      `create virtual table "${wordsTable(shape, 'published')}" using fts5(title, byline, body, tags, ${OPTIONS})`,
    ],
    [
      wordsTable(shape, 'draft'),
      `create virtual table "${wordsTable(shape, 'draft')}" using fts5(words, tags, detail=none, ${OPTIONS})`,
    ],
    ...triggersOf(shape),
  ];
  const missing = statements.filter(([name]) => !present.has(name));
  for (const [, sql] of missing) await knex.raw(sql);
  for (const state of ['published', 'draft'] as const) await tuneWordsTable(knex, wordsTable(shape, state));
  return missing.length > 0;
}

/**
 * With its own settings FTS5 would write a batch of articles in several parts and merge them again and again, which took
 * twice as long. New entries stay in memory, in bytes, until they are written, at the latest with the transaction; and
 * parts of the index are merged by writers only where there are very many: the server does it while nothing is queued.
 */
const SETTINGS = { hashsize: 16 * 1024 * 1024, automerge: 64, crisismerge: 128 } as const;

/** The table keeps its settings. */
async function tuneWordsTable(knex: Knex, table: string): Promise<void> {
  const rows: { k: string; v: number }[] = await knex(`${table}_config`).select('k', 'v');
  const known = new Map(rows.map(({ k, v }) => [k, v]));
  for (const [setting, value] of Object.entries(SETTINGS)) {
    if (known.get(setting) !== value)
      await knex.raw(`insert into "${table}" ("${table}", rank) values ('${setting}', ${value})`);
  }
}

/**
 * Runs `insert` without the triggers that queue new rows. They are dropped and made again inside the transaction, so
 * that nobody else ever writes without them; SQLite has no other way to spare them, and an article with its links would
 * run them some twenty times.
 */
export async function withoutInsertTriggers<T>(
  trx: Knex.Transaction,
  shape: SearchShape,
  insert: () => Promise<T>,
): Promise<T> {
  const triggers = triggersOf(shape).filter(([name]) => name.endsWith('_search_insert'));
  for (const [name] of triggers) await trx.raw(`drop trigger if exists "${name}"`);
  const inserted = await insert();
  for (const [, sql] of triggers) await trx.raw(sql);
  return inserted;
}

/** Whoever changes an article or one of its links, by whatever way, queues it in the same transaction. */
function triggersOf(shape: SearchShape): [string, string][] {
  const watched: [table: string, column: string][] = [
    [shape.table, 'id'],
    ...Object.values(shape.links).map((link): [string, string] => [link.table, link.from]),
  ];
  const events = [
    ['insert', 'new'],
    ['update', 'new'],
    ['delete', 'old'],
  ] as const;
  return watched.flatMap(([table, column]) =>
    events.map(([event, row]): [string, string] => {
      const name = `${table}_search_${event}`;
      const queue = `insert or ignore into "${shape.tables.queue}" (row_id) select ${row}."${column}"`;
      const sql = `create trigger "${name}" after ${event} on "${table}" begin ${queue} where ${row}."${column}" is not null; end`;
      return [name, sql];
    }),
  );
}

async function objectNames(knex: Knex): Promise<Set<string>> {
  const rows: { name: string }[] = await knex('sqlite_master').select('name');
  return new Set(rows.map((row) => row.name));
}
