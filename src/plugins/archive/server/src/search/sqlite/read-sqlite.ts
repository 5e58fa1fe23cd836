import type { Knex } from 'knex';

import { ROWS_A_DAY } from '../index-document';
import { MOST_WEIGHED, type Hit, type PageOptions, type Selection, type SpanCount } from '../search-backend';
import type { SearchShape } from '../search-shape';
import { matchExpression } from './match-expression';
import { wordsTable } from './sqlite-tables';

/** Title, byline, body, tags. */
const WEIGHTS = '8, 4, 1, 0';

interface Sql {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/**
 * The documents of a selection. Their numbers are in the order of the earliest day, so a range of days is a range of
 * numbers; only articles that began before it and may reach into it are looked at one by one.
 */
function hits(shape: SearchShape, selection: Selection, columns: string, more: Sql = NOTHING): Sql {
  const table = wordsTable(shape, selection.state);
  const detail = selection.state === 'published' ? 'full' : 'none';
  const match = (tags: readonly (readonly string[])[]) =>
    matchExpression(selection.words, [...selection.tags, ...tags], detail);
  const from = `select ${columns} from "${table}" where "${table}" match ?`;
  if (selection.days === null) return { sql: `${from}${more.sql}`, values: [match([]), ...more.values] };
  const { first, last } = selection.days;
  const within = ' and rowid >= cast(? as integer) and rowid < cast(? as integer)';
  const before =
    ` and rowid < cast(? as integer) and exists (select 1 from "${shape.tables.docs}" d ` +
    `where d.doc = "${table}".rowid and d.latest >= ?)`;
  return {
    sql: `${from}${within}${more.sql} union all ${from}${before}${more.sql}`,
    values: [
      ...[match([]), first * ROWS_A_DAY, (last + 1) * ROWS_A_DAY, ...more.values],
      ...[match([['_r']]), first * ROWS_A_DAY, first, ...more.values],
    ],
  };
}

const NOTHING: Sql = { sql: '', values: [] };

export async function pageFromSqlite(
  knex: Knex,
  shape: SearchShape,
  selection: Selection,
  { order, after, most }: PageOptions,
): Promise<Hit[]> {
  if (order === 'relevance' && selection.state === 'published')
    return weighed(knex, shape, selection, after, most);
  const [sign, direction] = order === 'oldest' ? ['>', 'asc'] : ['<', 'desc'];
  const start: Sql =
    after === null ? NOTHING : { sql: ` and rowid ${sign} cast(? as integer)`, values: [after.doc] };
  const found = hits(shape, selection, 'rowid as doc', start);
  const rows: { doc: number }[] = await knex.raw(`${found.sql} order by 1 ${direction} limit ?`, [
    ...found.values,
    most,
  ]);
  return rows.map(({ doc }) => ({ doc, score: null }));
}

async function weighed(
  knex: Knex,
  shape: SearchShape,
  selection: Selection,
  after: PageOptions['after'],
  most: number,
): Promise<Hit[]> {
  const score = `-bm25("${wordsTable(shape, 'published')}", ${WEIGHTS})`;
  const found = hits(shape, selection, `rowid as doc, ${score} as score`);
  const start: Sql =
    after?.score == null
      ? NOTHING
      : {
          sql: ' where score < ? or (score = ? and doc < cast(? as integer))',
          values: [after.score, after.score, after.doc],
        };
  const newest = `select * from (${found.sql} order by 1 desc limit ${MOST_WEIGHED})`;
  const rows: { doc: number; score: number }[] = await knex.raw(
    `select doc, score from (${newest})${start.sql} order by score desc, doc desc limit ?`,
    [...found.values, ...start.values, most],
  );
  return rows;
}

export async function countInSqlite(
  knex: Knex,
  shape: SearchShape,
  selection: Selection,
  most: number,
): Promise<number> {
  const found = hits(shape, selection, 'rowid as doc');
  const [row]: { count: number }[] = await knex.raw(
    `select count(*) as count from (select doc from (${found.sql}) limit ?)`,
    [...found.values, most],
  );
  return row?.count ?? 0;
}

export async function tagsFromSqlite(
  knex: Knex,
  shape: SearchShape,
  selection: Selection,
  most: number,
): Promise<string[][]> {
  const found = hits(shape, selection, 'rowid as doc');
  const rows: { tags: string }[] = await knex.raw(
    `select d.tags from (select doc from (${found.sql}) order by doc desc limit ?) h
     join "${shape.tables.docs}" d on d.doc = h.doc`,
    [...found.values, most],
  );
  return rows.map(({ tags }) => tags.split(' '));
}

/** Articles of one day are counted from their numbers alone; of the others the index knows the last day, too. */
export async function spansInSqlite(
  knex: Knex,
  shape: SearchShape,
  selection: Selection,
): Promise<SpanCount[]> {
  const only = (tag: string): Selection => ({ ...selection, tags: [...selection.tags, [tag]] });
  const exact = hits(shape, only('_x'), `rowid / ${ROWS_A_DAY} as day`);
  const days: { day: number; count: number }[] = await knex.raw(
    `select day, count(*) as count from (${exact.sql}) group by day`,
    [...exact.values],
  );
  const spans = hits(shape, only('_r'), 'rowid as doc');
  const rows: SpanCount[] = await knex.raw(
    `select d.doc / ${ROWS_A_DAY} as first, d.latest as last, count(*) as count
     from (${spans.sql}) h join "${shape.tables.docs}" d on d.doc = h.doc group by 1, 2`,
    [...spans.values],
  );
  return [...days.map(({ day, count }) => ({ first: day, last: day, count })), ...rows];
}
