import { bootSite, type Site } from '../harness/boot-site';
import { createDatabase, eachDatabase } from '../harness/databases';
import type { TestDatabase } from '../harness/test-database';

const ARTICLE = 'api::article.article';
const SOURCE = 'api::source.source';
const ENTITY = 'api::entity.entity';
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const TITLES = [
  'The clock is repaired',
  'صيادو المرفأ يعودون إلى البحر',
  '港のランプが灯る',
  '🐐🐐🐐',
  '?!… —',
  'Ünïcödé Straße',
];

/** The driver's errors may stem from another test file's realm, where they are no `Error` to jest. */
const doubled = { message: expect.stringMatching(/unique/i) as string };

/** Every raw index of this project's types, as the data model promises them. */
const INDEXES = [
  'archive_eras_slug_uq',
  'articles_archive_date_draft',
  'articles_archive_date_latest',
  'articles_archive_date_any_locale',
  'articles_archive_import_job',
  'articles_archive_legacy_id',
  'articles_archive_legacy_url',
  'articles_archive_newest_published',
  'articles_archive_title',
  'articles_draft_slug_uq',
  'articles_published_slug_uq',
  'entities_archive_title',
  'entities_slug_uq',
  'sources_slug_uq',
];

eachDatabase('slugs', (kind) => {
  let database: TestDatabase;
  let site: Site;

  beforeAll(async () => {
    database = await createDatabase(kind);
    site = await bootSite({ database });
  });
  afterAll(async () => {
    await site.close();
    await database.drop();
  });

  const articles = () => site.strapi.documents(ARTICLE);
  const slugsIn = async (table: string, where = '1 = 1') =>
    (await database.rows(`SELECT slug FROM ${table} WHERE ${where} ORDER BY id`)).map(({ slug }) =>
      String(slug),
    );

  it.each(TITLES)('are filled in for articles, sources and entities called %s, twice', async (title) => {
    const made: string[] = [];
    for (let twice = 0; twice < 2; twice += 1) {
      const article = await articles().create({ data: { title }, locale: 'en', status: 'published' });
      const source = await site.strapi.documents(SOURCE).create({ data: { name: title } });
      const entity = await site.strapi
        .documents(ENTITY)
        .create({ data: { name: title, kind: 'other', reviewState: 'confirmed' } });
      for (const { slug } of [article, source, entity]) expect(slug).toMatch(SLUG);
      made.push(
        `article ${String(article.slug)}`,
        `source ${String(source.slug)}`,
        `entity ${String(entity.slug)}`,
      );
    }
    expect(new Set(made).size).toBe(6);
  });

  it.each([{ slug: '' }, { slug: null }, {}])(
    'are filled in where a person sends %j',
    async (nothing: object) => {
      const data = { title: 'The lamp is lit', ...nothing };
      const { documentId, slug } = await articles().create({ data, locale: 'en', status: 'published' });
      expect(slug).toMatch(/^the-lamp-is-lit(-|$)/);
      const kept = await articles().update({ documentId, locale: 'en', data: { title: 'The lamp is out' } });
      expect(kept?.slug).toBe(slug);
      const emptied = await articles().update({ documentId, locale: 'en', data: nothing });
      expect(emptied?.slug).toMatch('slug' in nothing ? /^the-lamp-is-out(-|$)/ : /^the-lamp-is-lit(-|$)/);
    },
  );

  it('may be the same in two languages, and a new language version gets one of its own', async () => {
    const data = { title: 'Hollin' };
    const english = await articles().create({ data, locale: 'en' });
    const { documentId } = english;
    const arabic = await articles().update({ documentId, locale: 'ar', data: { title: 'هولين' } });
    expect(arabic?.slug).toMatch(SLUG);
    expect(arabic?.slug).not.toBe('hollin');
    const other = await articles().create({ data, locale: 'ar' });
    expect([english.slug, other.slug]).toEqual(['hollin', 'hollin']);
  });

  it('that are taken are refused with a sentence, for a draft and for what is published', async () => {
    const data = { title: 'Taken', slug: 'taken' };
    const first = await articles().create({ data, locale: 'en', status: 'published' });
    const refused = {
      name: 'ValidationError',
      message: expect.stringContaining('The slug "taken" is taken.') as string,
    };
    await expect(articles().create({ data, locale: 'en' })).rejects.toMatchObject(refused);
    await expect(articles().create({ data, locale: 'en', status: 'published' })).rejects.toMatchObject(
      refused,
    );
    const other = await articles().create({ data: { title: 'Other' }, locale: 'en' });
    const change = { documentId: other.documentId, locale: 'en', data: { slug: 'taken' } };
    await expect(articles().update(change)).rejects.toMatchObject(refused);
    const same = { documentId: first.documentId, locale: 'en', data: { slug: 'taken' } };
    expect((await articles().update(same))?.slug).toBe('taken');
    await expect(
      site.strapi.documents(SOURCE).create({ data: { name: 'A', slug: 'the-clock-is-repaired' } }),
    ).rejects.toMatchObject({ name: 'ValidationError' });
  });

  it('are new for a clone, made of the title that is copied', async () => {
    const { documentId } = await articles().create({ data: { title: 'Copied' }, locale: 'en' });
    await articles().update({ documentId, locale: 'ar', data: { title: 'منسوخ' } });
    const english = await articles().clone({ documentId });
    expect(english?.entries.map((entry) => entry.slug)).toEqual([expect.stringMatching(/^copied-./)]);
    const arabic = await articles().clone({ documentId, locale: 'ar' });
    expect(arabic?.entries.map((entry) => entry.slug)).toEqual([expect.stringMatching(/^mnswkh-./)]);
    const both = await articles().clone({ documentId, locale: '*' });
    expect(both?.entries.map((entry) => entry.locale).sort()).toEqual(['ar', 'en']);
    for (const entry of both?.entries ?? []) expect(entry.slug).toMatch(SLUG);

    const source = await site.strapi.documents(SOURCE).create({ data: { name: 'Copied paper' } });
    const copy = await site.strapi.documents(SOURCE).clone({ documentId: source.documentId });
    expect(copy?.entries[0]?.slug).toMatch(/^copied-paper-./);
  });

  it('are never empty and unique by language, for drafts and for what is published', async () => {
    for (const version of ['published_at IS NULL', 'published_at IS NOT NULL']) {
      for (const locale of ['en', 'ar']) {
        const slugs = await slugsIn('articles', `${version} AND locale = '${locale}'`);
        expect(slugs.filter((slug) => !SLUG.test(slug))).toEqual([]);
        expect(new Set(slugs).size).toBe(slugs.length);
      }
    }
    expect((await slugsIn('articles', 'published_at IS NOT NULL')).length).toBeGreaterThan(10);
  });

  it.each([
    ['a draft', 'null'],
    ['a published article', 'current_timestamp'],
  ])('are refused a second time by the database itself: %s', async (_version, publishedAt) => {
    const insert = (locale: string) =>
      site.strapi.db.connection.raw(
        `INSERT INTO articles (document_id, title, slug, locale, published_at)
         VALUES ('raw', 'Raw', 'raw-slug', '${locale}', ${publishedAt})`,
      );
    await insert('en');
    await insert('ar');
    await expect(insert('en')).rejects.toMatchObject(doubled);
    for (const table of ['sources', 'entities', 'archive_eras']) {
      const raw = () =>
        site.strapi.db.connection.raw(
          `INSERT INTO ${table} (document_id, name, slug) VALUES ('raw', 'Raw', 'raw-${publishedAt}')`,
        );
      await raw();
      await expect(raw()).rejects.toMatchObject(doubled);
    }
  });

  it('have indexes behind them, which come back after they were dropped', async () => {
    const present = async () => {
      const sql =
        kind === 'sqlite'
          ? "SELECT name FROM sqlite_master WHERE type = 'index'"
          : 'SELECT indexname AS name FROM pg_indexes';
      const names = (await database.rows(sql)).map(({ name }) => String(name));
      return INDEXES.filter((name) => names.includes(name));
    };
    expect(await present()).toEqual(INDEXES);
    for (const name of INDEXES) await site.strapi.db.connection.raw(`DROP INDEX ${name}`);
    expect(await present()).toEqual([]);

    await site.close();
    site = await bootSite({ database });
    expect(await present()).toEqual(INDEXES);
  });
});
