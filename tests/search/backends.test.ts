import createKnex, { type Knex } from 'knex';

import { parseQuery } from '../../src/plugins/archive/core/search/parse-query';
import { checkSearch } from '../../src/plugins/archive/server/src/search/check-search';
import type { HitOrder, Selection } from '../../src/plugins/archive/server/src/search/search-backend';
import { backendFor, indexQueued, recount } from '../../src/plugins/archive/server/src/search/search-index';
import type { SearchShape } from '../../src/plugins/archive/server/src/search/search-shape';
import { createDatabase, eachDatabase } from '../harness/databases';
import type { TestDatabase } from '../harness/test-database';

const link = (target: string) => ({
  table: `articles_${target}_lnk`,
  from: 'article_id',
  to: `${target}_id`,
  order: null,
  target,
});
/** A type without withdrawals, as another project may have it. */
const SHAPE: SearchShape = {
  version: 1,
  uid: 'api::article.article',
  table: 'articles',
  draftAndPublish: true,
  localized: true,
  texts: { title: ['title'], byline: ['byline'], body: ['body'] },
  section: 'section',
  withdrawn: null,
  links: { source: link('source'), entity: link('entity') },
  tables: { docs: 'articles_search_docs', queue: 'articles_search_queue', counts: 'articles_search_counts' },
};

eachDatabase('a search backend, without Strapi', (kind) => {
  let database: TestDatabase;
  let knex: Knex;

  beforeAll(async () => {
    database = await createDatabase(kind);
    const { DATABASE_FILENAME: filename = '', DATABASE_URL: url = '' } = database.env;
    knex = createKnex(
      kind === 'sqlite'
        ? { client: 'better-sqlite3', connection: { filename }, useNullAsDefault: true }
        : { client: 'pg', connection: url },
    );
    await knex.schema.createTable('articles', (table) => {
      table.increments('id');
      for (const column of ['document_id', 'locale', 'title', 'byline', 'section', 'date_basis'])
        table.string(column);
      for (const column of ['published_at', 'updated_at']) table.datetime(column);
      for (const column of ['date_earliest', 'date_latest']) table.date(column);
      table.text('body');
    });
    for (const target of ['source', 'entity'])
      await knex.schema.createTable(`articles_${target}_lnk`, (table) => {
        table.increments('id');
        table.integer('article_id').references('id').inTable('articles').onDelete('cascade');
        table.integer(`${target}_id`);
      });
    expect(await backendFor(knex).prepare(knex, SHAPE)).toBe(true);
    expect(await backendFor(knex).prepare(knex, SHAPE)).toBe(false);
    await insert('Ferry one', 'late edition', '2005-07-14', '2005-07-14');
    await insert('Ferry two', 'edition late', '2001-01-01', '2009-12-31');
    await insert('Ferry three', 'nothing', null, null);
    await insert('Ferry draft', 'late edition', null, null, false);
  });
  afterAll(async () => {
    await knex.destroy();
    await database.drop();
  });

  async function insert(
    title: string,
    body: string,
    from: string | null,
    to: string | null,
    isPublic = true,
  ) {
    await knex.transaction(async (trx) => {
      const times = { published_at: isPublic ? new Date() : null, updated_at: new Date() };
      const dates = { date_earliest: from, date_latest: to };
      await trx('articles').insert({ title, body, locale: 'en', section: 'World News', ...dates, ...times });
      const [last] = await trx('articles').max<{ id: number }[]>({ id: 'id' });
      await trx('articles_source_lnk').insert({ article_id: last?.id, source_id: 7 });
      await indexQueued(trx, SHAPE);
    });
  }
  const selection = (query: string, more: Partial<Selection> = {}): Selection => ({
    state: 'published',
    words: parseQuery(query).root,
    tags: [],
    days: null,
    ...more,
  });
  const count = async (query: string, more: Partial<Selection> = {}) =>
    backendFor(knex).count(knex, SHAPE, selection(query, more), 10);
  const check = async () => checkSearch(knex, SHAPE);

  const orders: HitOrder[] = ['newest', 'oldest', 'relevance'];
  it.each(orders.flatMap((order) => [true, false].map((isCommon) => [order, isCommon] as const)))(
    'gives pages by %s, common %s',
    async (order, isCommon) => {
      const page = async (after: { doc: number; score: number | null } | null) =>
        backendFor(knex).page(knex, SHAPE, selection('ferry'), { order, after, most: 10, isCommon });
      const all = await page(null);
      expect(all).toHaveLength(3);
      expect(await page(all[0] ?? null)).toEqual(all.slice(1));
    },
  );

  it('counts words, tags and days', async () => {
    expect(await count('"late edition"')).toBe(1);
    expect(await count('NOT "late edition"')).toBe(2);
    expect(await count('', { tags: [['_s7', '_s8'], ['_cworldnews']] })).toBe(3);
    expect(await count('', { tags: [['_s8']] })).toBe(0);
    const spans = await backendFor(knex).spans(knex, SHAPE, selection('ferry'));
    const day = Math.max(...spans.map(({ first }) => first));
    expect(spans).toHaveLength(2);
    expect(await count('', { days: { first: day, last: day } })).toBe(2);
    expect(await count('', { days: { first: 1, last: day - 10_000 } })).toBe(0);
  });

  it('keeps counters', async () => {
    const backend = backendFor(knex);
    expect(await backend.counter(knex, SHAPE, '_d')).toBe(3);
    expect(await backend.counts(knex, SHAPE, '_s', 5)).toEqual([{ tag: '_s7', count: 3 }]);
    expect(await backend.counts(knex, SHAPE, '=', 9)).toHaveLength(2);
    expect(await backend.tags(knex, SHAPE, selection('ferry'), 2)).toHaveLength(2);
  });

  it('gives rows of drafts and published articles apart', async () => {
    const words = parseQuery('"late edition"').root;
    if (!words) throw new Error('No query.');
    const rows = async (...states: Selection['state'][]) => {
      const found = backendFor(knex).rowsWith(knex, SHAPE, words, states);
      return knex('articles').whereRaw('id in (?)', [found]).orderBy('id').pluck('title');
    };
    expect(await rows('published')).toEqual(['Ferry one']);
    expect(await rows('draft')).toEqual(['Ferry draft']);
    expect(await rows('published', 'draft')).toEqual(['Ferry one', 'Ferry draft']);
  });

  it('follows what changes, and can be made anew', async () => {
    const backend = backendFor(knex);
    const work = async (all = false) => knex.transaction(async (trx) => indexQueued(trx, SHAPE, { all }));
    expect(await check()).toEqual({ rows: 4, queued: 0, faults: [] });
    await knex('articles').where({ title: 'Ferry one' }).update({ title: 'Boat' });
    await knex('articles').where({ title: 'Ferry two' }).delete();
    const behind = await check();
    expect(behind.queued).toBeGreaterThan(1);
    expect(behind.faults).toHaveLength(3);
    await work();
    expect(await check()).toEqual({ rows: 3, queued: 0, faults: [] });
    await backend.tidy(knex, SHAPE);
    await recount(knex, SHAPE);
    await backend.queueAll(knex, SHAPE);
    await work(true);
    expect(await check()).toEqual({ rows: 3, queued: 0, faults: [] });
    await backend.queueDifferences(knex, SHAPE);
    expect(await backend.isQueueEmpty(knex, SHAPE)).toBe(true);
    await backend.clear(knex, SHAPE);
    await backend.prepare(knex, SHAPE);
    expect((await check()).faults).not.toEqual([]);
    await backend.queueAll(knex, SHAPE);
    await work();
    expect(await check()).toEqual({ rows: 3, queued: 0, faults: [] });
  });
});
