import type { Knex } from 'knex';

import type { IndexDocument, StoredDocument } from '../index-document';
import type { SearchShape } from '../search-shape';
import { wordsTable } from './sqlite-tables';

/** As much of better-sqlite3 as is used. */
interface Statement {
  run(...values: readonly (string | number | bigint)[]): unknown;
}
interface Connection {
  prepare(sql: string): Statement;
}

/** Document numbers are bound as integers: FTS5 takes a number with a fraction part for no number of a row. */
export async function addToSqlite(
  trx: Knex.Transaction,
  shape: SearchShape,
  documents: readonly IndexDocument[],
): Promise<void> {
  if (documents.length === 0) return;
  const connection: Connection = await (trx.client as Knex.Client).acquireConnection();
  const published = wordsTable(shape, 'published');
  const drafts = wordsTable(shape, 'draft');
  const toDocs = connection.prepare(
    `insert into "${shape.tables.docs}" (doc, row_id, published, latest, tags, hash, changed) values (?, ?, ?, ?, ?, ?, ?)`,
  );
  const toPublished = connection.prepare(
    `insert into "${published}" (rowid, title, byline, body, tags) values (?, ?, ?, ?, ?)`,
  );
  const toDrafts = connection.prepare(`insert into "${drafts}" (rowid, words, tags) values (?, ?, ?)`);
  // In the order of their numbers; FTS5 would write a part of its index anew for each step back.
  for (const document of documents.toSorted((a, b) => a.doc - b.doc)) {
    const { rowId, latest, hash, changed, words } = document;
    const doc = BigInt(document.doc);
    const tags = document.tags.join(' ');
    toDocs.run(doc, rowId, document.published ? 1 : 0, latest, tags, hash, changed);
    if (document.published) toPublished.run(doc, words.title, words.byline, words.body, tags);
    else toDrafts.run(doc, `${words.title} ${words.byline} ${words.body}`, tags);
  }
}

export async function removeFromSqlite(
  trx: Knex.Transaction,
  shape: SearchShape,
  documents: readonly StoredDocument[],
): Promise<void> {
  if (documents.length === 0) return;
  const connection: Connection = await (trx.client as Knex.Client).acquireConnection();
  const fromDocs = connection.prepare(`delete from "${shape.tables.docs}" where doc = ?`);
  const from = {
    published: connection.prepare(`delete from "${wordsTable(shape, 'published')}" where rowid = ?`),
    draft: connection.prepare(`delete from "${wordsTable(shape, 'draft')}" where rowid = ?`),
  };
  for (const document of documents.toSorted((a, b) => a.doc - b.doc)) {
    const doc = BigInt(document.doc);
    fromDocs.run(doc);
    from[document.published ? 'published' : 'draft'].run(doc);
  }
}
