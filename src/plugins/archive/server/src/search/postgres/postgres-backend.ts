import type { StoredDocument } from '../index-document';
import type { SearchBackend, State, TagCount } from '../search-backend';
import { createPostgresTables, UNQUEUED } from './postgres-tables';
import { countInPostgres, pageFromPostgres, spansInPostgres, tagsFromPostgres } from './read-postgres';
import { tsQuery, withoutPlaces } from './ts-query';
import { tsVector } from './ts-vector';

/** The index on PostgreSQL: text vectors and GIN. */
export const postgresBackend: SearchBackend = {
  prepare: createPostgresTables,
  page: pageFromPostgres,
  count: countInPostgres,
  tags: tagsFromPostgres,
  spans: spansInPostgres,

  async clear(knex, { tables }) {
    await knex.raw(`truncate "${tables.docs}", "${tables.counts}"`);
  },

  async unqueued(trx, _shape, insert) {
    await trx.raw(`set local ${UNQUEUED} = 'on'`);
    const inserted = await insert();
    await trx.raw(`set local ${UNQUEUED} = 'off'`);
    return inserted;
  },

  async takeQueued(trx, { tables }, most) {
    // What another transaction is taking is that one's work; waiting for it would make writers wait for each other.
    const { rows }: { rows: { row_id: number }[] } = await trx.raw(
      `delete from "${tables.queue}" where seq in (
         select seq from "${tables.queue}" order by seq desc limit ? for update skip locked) returning row_id`,
      [most * 4],
    );
    return [...new Set(rows.map((row) => row.row_id))];
  },

  async isQueueEmpty(knex, { tables }) {
    return (await knex(tables.queue).first('row_id')) === undefined;
  },

  async queueAll(knex, { table, tables }) {
    await knex.raw(`insert into "${tables.queue}" (row_id)
      select id from "${table}" union select row_id from "${tables.docs}"`);
  },

  async queueDifferences(knex, { table, tables }) {
    await knex.raw(`insert into "${tables.queue}" (row_id)
      select a.id from "${table}" a left join "${tables.docs}" d on d.row_id = a.id
      where d.row_id is null or d.changed <> coalesce(cast(a.updated_at as varchar(40)), '')
      union select row_id from "${tables.docs}" d where not exists (select 1 from "${table}" a where a.id = d.row_id)`);
  },

  async stored(trx, { tables }, rowIds) {
    const rows: StoredRow[] = await trx(tables.docs)
      .whereIn('row_id', [...rowIds])
      .select('doc', 'row_id', 'published', 'latest', 'tags', 'hash', 'changed');
    return rows.map(storedDocument);
  },

  async remove(trx, { tables }, documents) {
    if (documents.length === 0) return;
    await trx(tables.docs)
      .whereIn(
        'doc',
        documents.map(({ doc }) => doc),
      )
      .delete();
  },

  async add(trx, { tables }, documents) {
    if (documents.length === 0) return;
    const rows = documents.map((document) => ({
      doc: document.doc,
      row: document.rowId,
      published: document.published,
      latest: document.latest,
      tags: document.tags.join(' '),
      hash: document.hash,
      changed: document.changed,
      words: tsVector(document),
    }));
    await trx.raw(
      `insert into "${tables.docs}" (doc, row_id, published, latest, tags, hash, changed, words)
       select (r->>'doc')::bigint, (r->>'row')::int, (r->>'published')::boolean, (r->>'latest')::int, r->>'tags',
         r->>'hash', r->>'changed', (r->>'words')::tsvector
       from jsonb_array_elements(?::jsonb) r`,
      [JSON.stringify(rows)],
    );
  },

  async addCounts(trx, { tables }, differences) {
    const rows = [...differences].filter(([, n]) => n !== 0);
    if (rows.length === 0) return;
    // Differences are added as rows: one row a counter would be locked by one transaction at a time.
    await trx.raw(
      `insert into "${tables.counts}" (tag, n) select r->>0, (r->>1)::int from jsonb_array_elements(?::jsonb) r`,
      [JSON.stringify(rows)],
    );
  },

  async counter(knex, { tables }, tag) {
    const [row]: { n: string | number | null }[] = await knex(tables.counts).where({ tag }).sum({ n: 'n' });
    return Number(row?.n ?? 0);
  },

  async counts(knex, { tables }, prefix, most) {
    const { rows }: { rows: TagCount[] } = await knex.raw(
      `select tag, sum(n)::int as count from "${tables.counts}" where tag like ? group by tag having sum(n) > 0
       order by 2 desc, 1 limit ?`,
      [`${prefix.replace(/[\\_%]/g, '\\$&')}%`, most],
    );
    return rows;
  },

  /** Rows of one counter become one row again. */
  async tidy(knex, { tables }) {
    const { rows }: { rows: { needed: boolean }[] } = await knex.raw(
      `select exists (select tag from "${tables.counts}" group by tag having count(*) > 1) as needed`,
    );
    if (rows[0]?.needed !== true) return;
    await knex.raw(
      `with taken as (delete from "${tables.counts}" returning tag, n)
       insert into "${tables.counts}" (tag, n) select tag, sum(n) from taken group by tag having sum(n) <> 0`,
    );
  },

  async faults() {
    // Words and documents are one row; PostgreSQL keeps its own indexes.
    return [];
  },

  rowsWith(knex, { tables }, words, states) {
    // One part for each state, since each has an index of its own. Drafts have no positions: a phrase is its words.
    const part = (state: State) =>
      `select row_id from "${tables.docs}" where ${state === 'published' ? '' : 'not '}published and words @@ ?::tsquery`;
    const values = states.map(
      (state) => tsQuery(state === 'published' ? words : withoutPlaces(words), []) ?? '',
    );
    return knex.raw(states.map(part).join(' union all '), values);
  },
};

interface StoredRow {
  doc: string | number;
  row_id: number;
  published: boolean;
  latest: number;
  tags: string;
  hash: string;
  changed: string;
}

function storedDocument({ row_id, doc, tags, ...row }: StoredRow): StoredDocument {
  return { ...row, doc: Number(doc), rowId: row_id, tags: tags.split(' ') };
}
