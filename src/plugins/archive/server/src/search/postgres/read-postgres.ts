import type { Knex } from 'knex';

import { ROWS_A_DAY } from '../index-document';
import { type Hit, type PageOptions, type Selection, type SpanCount } from '../search-backend';
import type { SearchShape } from '../search-shape';
import { tsQuery } from './ts-query';

/** Weighing reads the whole vector of a document, which is a thousand times dearer than its number. */
const MOST_WEIGHED = 1000;
/** `ts_rank_cd` weights for D, C, B, A. */
const WEIGHTS = '{0.1, 0.2, 0.4, 1.0}';
/** Longest time that one statement may take, in milliseconds. */
const LONGEST = 5000;

interface Sql {
  readonly sql: string;
  readonly values: readonly (string | number | boolean)[];
}

/** Conditions on the table of documents, whose numbers are in the order of the earliest day. */
function conditions(selection: Selection): Sql {
  const parts = [selection.state === 'published' ? 'published' : 'not published'];
  const values: (string | number)[] = [];
  const query = tsQuery(selection.words, selection.tags);
  if (query !== null) {
    parts.push('words @@ ?::tsquery');
    values.push(query);
  }
  if (selection.days !== null) {
    const { first, last } = selection.days;
    parts.push('doc < ? and latest >= ?');
    values.push((last + 1) * ROWS_A_DAY, first);
  }
  return { sql: parts.join(' and '), values };
}

/** Runs reading statements under a limit of time; `plan` says what the planner may not do. */
async function reading<Row>(knex: Knex, { sql, values }: Sql, plan: readonly string[] = []): Promise<Row[]> {
  return knex.transaction(
    async (trx) => {
      for (const setting of [`statement_timeout = ${LONGEST}`, ...plan])
        await trx.raw(`set local ${setting}`);
      const answer: { rows: Row[] } = await trx.raw(sql, [...values]);
      return answer.rows;
    },
    { readOnly: true },
  );
}

/** A common word is found soonest by going along the order; a rare one by its own list. */
const IN_ORDER = ['enable_bitmapscan = off', 'enable_seqscan = off', 'enable_sort = off'];
const BY_WORD = ['enable_seqscan = off', 'enable_indexscan = off'];

export async function pageFromPostgres(
  knex: Knex,
  { tables }: SearchShape,
  selection: Selection,
  { order, after, most, isCommon }: PageOptions,
): Promise<Hit[]> {
  const found = conditions(selection);
  const query = tsQuery(selection.words, []);
  const goAlong = isCommon || tsQuery(selection.words, selection.tags) === null;
  const plan = goAlong ? IN_ORDER : BY_WORD;
  if (order === 'relevance' && query !== null) {
    const newest = `select doc, words from "${tables.docs}" where ${found.sql} order by doc desc limit ${MOST_WEIGHED}`;
    const score = `ts_rank_cd('${WEIGHTS}'::float4[], words, ?::tsquery, 1)::float8`;
    const start = after?.score == null ? '' : ' where score < ? or (score = ? and doc < ?)';
    const sql = `with newest as materialized (${newest}),
      weighed as materialized (select doc, ${score} as score from newest)
      select doc, score from weighed${start} order by score desc, doc desc limit ?`;
    const from = after?.score == null ? [] : [after.score, after.score, after.doc];
    const rows = await reading<{ doc: string; score: number }>(
      knex,
      { sql, values: [...found.values, query, ...from, most] },
      goAlong ? IN_ORDER.slice(0, 2) : BY_WORD,
    );
    return rows.map(({ doc, score }) => ({ doc: Number(doc), score }));
  }
  const [sign, direction] = order === 'oldest' ? ['>', 'asc'] : ['<', 'desc'];
  const start = after === null ? '' : ` and doc ${sign} ?`;
  const sql = `select doc from "${tables.docs}" where ${found.sql}${start} order by doc ${direction} limit ?`;
  const values = [...found.values, ...(after === null ? [] : [after.doc]), most];
  const rows = await reading<{ doc: string }>(knex, { sql, values }, plan);
  return rows.map(({ doc }) => ({ doc: Number(doc), score: null }));
}

export async function countInPostgres(
  knex: Knex,
  { tables }: SearchShape,
  selection: Selection,
  most: number,
): Promise<number> {
  const { sql, values } = conditions(selection);
  const rows = await reading<{ count: number }>(
    knex,
    {
      sql: `select count(*)::int as count from (select 1 from "${tables.docs}" where ${sql} limit ?) h`,
      values: [...values, most],
    },
    ['enable_seqscan = off'],
  );
  return rows[0]?.count ?? 0;
}

export async function tagsFromPostgres(
  knex: Knex,
  { tables }: SearchShape,
  selection: Selection,
  most: number,
): Promise<string[][]> {
  const { sql, values } = conditions(selection);
  // Some of them, as they lie: to put all documents of a common word in order would take longer than to count them.
  const rows = await reading<{ tags: string }>(
    knex,
    {
      sql: `select tags from "${tables.docs}" where ${sql} limit ?`,
      values: [...values, most],
    },
    ['enable_seqscan = off'],
  );
  return rows.map(({ tags }) => tags.split(' '));
}

export async function spansInPostgres(
  knex: Knex,
  { tables }: SearchShape,
  selection: Selection,
): Promise<SpanCount[]> {
  const { sql, values } = conditions(selection);
  return reading<SpanCount>(
    knex,
    {
      sql: `select (doc / ${ROWS_A_DAY})::int as first, latest as last, count(*)::int as count
      from "${tables.docs}" where ${sql} and latest > 0 group by 1, 2`,
      values,
    },
    ['enable_seqscan = off'],
  );
}
