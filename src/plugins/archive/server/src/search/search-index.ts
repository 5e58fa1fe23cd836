import type { Knex } from 'knex';

import { isPostgres } from '../import/write/allocate-ids';
import {
  dayOfDocument,
  foldingOnce,
  indexDocument,
  sameEntries,
  type StoredDocument,
} from './index-document';
import { postgresBackend } from './postgres/postgres-backend';
import { readArticles } from './read-articles';
import type { SearchBackend } from './search-backend';
import type { SearchShape } from './search-shape';
import { sqliteBackend } from './sqlite/sqlite-backend';

export function backendFor(knex: Knex): SearchBackend {
  return isPostgres(knex) ? postgresBackend : sqliteBackend;
}

/** Rows that are read, folded and written together. */
const ROWS_A_STEP = 1000;

/**
 * Indexes what the transaction has changed: the triggers queued it, whoever changed it. Called as the last thing of
 * a transaction, so that articles and index become visible together; returns how many rows were looked at.
 */
export async function indexQueued(
  trx: Knex.Transaction,
  shape: SearchShape,
  { most = Number.POSITIVE_INFINITY, all = false }: { most?: number; all?: boolean } = {},
): Promise<number> {
  const backend = backendFor(trx);
  let done = 0;
  while (done < most) {
    const ids = await backend.takeQueued(trx, shape, Math.min(ROWS_A_STEP, most - done));
    if (ids.length === 0) break;
    await indexRows(trx, shape, ids, all);
    done += ids.length;
  }
  return done;
}

/** What the index holds already is left alone, unless `all` is to be written anew. */
async function indexRows(
  trx: Knex.Transaction,
  shape: SearchShape,
  ids: readonly number[],
  all: boolean,
): Promise<void> {
  const backend = backendFor(trx);
  const articles = await readArticles(trx, shape, ids, 'write');
  const stored = new Map(
    (await backend.stored(trx, shape, ids)).map((document) => [document.rowId, document]),
  );
  const folded = foldingOnce();
  const wanted = articles.map((article) => indexDocument(article, folded));
  const isSame = (a: StoredDocument, b: StoredDocument | undefined) =>
    b !== undefined && a.changed === b.changed && sameEntries(a, b);
  const kept = new Set<number>();
  for (const one of wanted) if (!all && isSame(one, stored.get(one.rowId))) kept.add(one.rowId);
  const added = wanted.filter(({ rowId }) => !kept.has(rowId));
  const removed = [...stored.values()].filter(({ rowId }) => !kept.has(rowId));
  await backend.remove(trx, shape, removed);
  await backend.add(trx, shape, added);
  await backend.addCounts(trx, shape, differences(removed, added));
}

/** How the counters of published documents change. */
export function differences(
  removed: readonly StoredDocument[],
  added: readonly StoredDocument[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [documents, step] of [
    [removed, -1],
    [added, 1],
  ] as const) {
    for (const document of documents) {
      for (const name of countersOf(document)) counts.set(name, (counts.get(name) ?? 0) + step);
    }
  }
  // In one order for all transactions, so that two of them never wait for each other.
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A counter for each tag, and one for the days between which the article lies. */
export function countersOf({ doc, latest, tags, published }: StoredDocument): string[] {
  if (!published) return [];
  const first = dayOfDocument(doc);
  return latest === 0 ? [...tags] : [...tags, `=${first}-${latest}`];
}

const DOCUMENTS_A_STEP = 5000;

/** Counts all documents anew. On PostgreSQL one snapshot sees both what is counted and the counters that go. */
export async function recount(knex: Knex, shape: SearchShape): Promise<void> {
  const backend = backendFor(knex);
  const isolation = isPostgres(knex) ? { isolationLevel: 'repeatable read' as const } : {};
  await knex.transaction(async (trx) => {
    await trx(shape.tables.counts).delete();
    const counts = new Map<string, number>();
    for (let last = 0, more = true; more; ) {
      const rows: { row_id: number }[] = await trx(shape.tables.docs)
        .where('row_id', '>', last)
        .orderBy('row_id')
        .limit(DOCUMENTS_A_STEP)
        .select('row_id');
      const ids = rows.map((row) => row.row_id);
      for (const document of await backend.stored(trx, shape, ids)) {
        for (const name of countersOf(document)) counts.set(name, (counts.get(name) ?? 0) + 1);
      }
      last = ids.at(-1) ?? last;
      more = ids.length > 0;
    }
    await backend.addCounts(trx, shape, counts);
  }, isolation);
}
