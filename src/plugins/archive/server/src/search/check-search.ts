import type { Knex } from 'knex';

import { isPostgres } from '../import/write/allocate-ids';
import { foldingOnce, indexDocument, sameEntries } from './index-document';
import { readArticles } from './read-articles';
import { backendFor, countersOf } from './search-index';
import type { SearchShape } from './search-shape';

export interface SearchCheck {
  /** Rows of articles that were compared. */
  readonly rows: number;
  /** Rows that wait to be indexed. */
  readonly queued: number;
  /** What is wrong, in words: nothing where index and database agree. */
  readonly faults: readonly string[];
}

const ROWS_A_STEP = 500;
const MOST_EXAMPLES = 5;

/**
 * Proves that index and database agree: every row is read again, folded again and compared by its hash, its date and
 * its state with what the index says of it; no document is left over; the counters are the sums of the documents;
 * and the full-text index is whole and holds the same documents. The comparison sees one instant and stops nobody.
 */
export async function checkSearch(knex: Knex, shape: SearchShape): Promise<SearchCheck> {
  const compared = await knex.transaction(
    async (trx) => {
      const { rows, counters, faults } = await compareRows(trx, shape);
      const [waiting] = await trx(shape.tables.queue).count<{ n: number | string }[]>({ n: '*' });
      const others = [...(await leftOver(trx, shape)), ...(await wrongCounters(trx, shape, counters))];
      return { rows, queued: Number(waiting?.n ?? 0), faults: [...faults, ...others] };
    },
    isPostgres(knex) ? { isolationLevel: 'repeatable read' } : {},
  );
  return { ...compared, faults: [...compared.faults, ...(await backendFor(knex).faults(knex, shape))] };
}

async function compareRows(trx: Knex.Transaction, shape: SearchShape) {
  const backend = backendFor(trx);
  const counters = new Map<string, number>();
  const wrong: number[] = [];
  let rows = 0;
  for (let last = 0; ; ) {
    const step: { id: number }[] = await trx(shape.table)
      .where('id', '>', last)
      .orderBy('id')
      .limit(ROWS_A_STEP)
      .select('id');
    const ids = step.map(({ id }) => id);
    last = ids.at(-1) ?? last;
    if (ids.length === 0) break;
    rows += ids.length;
    const stored = new Map((await backend.stored(trx, shape, ids)).map((one) => [one.rowId, one]));
    const folded = foldingOnce();
    for (const article of await readArticles(trx, shape, ids, 'compare')) {
      const found = stored.get(article.rowId);
      if (!found || !sameEntries(found, indexDocument(article, folded))) wrong.push(article.rowId);
      for (const name of found ? countersOf(found) : []) counters.set(name, (counters.get(name) ?? 0) + 1);
    }
  }
  return { rows, counters, faults: told(wrong, 'articles are not indexed as they stand, such as row') };
}

async function leftOver(trx: Knex.Transaction, { table, tables }: SearchShape): Promise<string[]> {
  const rows: { row_id: number }[] = await trx(tables.docs)
    .whereNotExists(
      trx(table)
        .select(trx.raw('1'))
        .whereRaw('?? = ??', [`${table}.id`, `${tables.docs}.row_id`]),
    )
    .select('row_id');
  return told(
    rows.map((row) => row.row_id),
    'documents are of articles that are gone, such as row',
  );
}

async function wrongCounters(
  trx: Knex.Transaction,
  { tables }: SearchShape,
  expected: ReadonlyMap<string, number>,
): Promise<string[]> {
  const rows: { tag: string; n: string | number }[] = await trx(tables.counts)
    .groupBy('tag')
    .select('tag')
    .sum({ n: 'n' });
  const found = new Map(rows.map(({ tag, n }) => [tag, Number(n)]));
  const names = new Set([...found.keys(), ...expected.keys()]);
  const wrong = [...names].filter((name) => (found.get(name) ?? 0) !== (expected.get(name) ?? 0));
  return told(wrong, 'counters are wrong, such as');
}

function told(wrong: readonly (number | string)[], what: string): string[] {
  if (wrong.length === 0) return [];
  return [`${wrong.length} ${what} ${wrong.slice(0, MOST_EXAMPLES).join(', ')}`];
}
