import { textToMarkdown } from '../../src/plugins/archive/core/text/markdown';
import { bootSite, type Site } from '../harness/boot-site';
import { contentOf } from '../harness/content-of';
import { createDatabase, eachDatabase } from '../harness/databases';
import { importDumps, outcomesOf, type Import } from '../harness/import-dumps';
import { ledgerOf } from '../harness/ledger';
import { get, graphql } from '../harness/requests';
import { SAMPLES, samples, type Sample } from '../harness/samples';
import { changedTables } from '../harness/snapshot';
import type { TestDatabase } from '../harness/test-database';

const POPULATE = {
  'populate[source]': 'true',
  'populate[era]': 'true',
  'populate[entities]': 'true',
  'populate[mediaItems][populate]': 'captions',
};

/** The locales of a new site; a record in any other language waits for a person. */
const LOCALES = new Set(['en', 'ar']);

/** What an import makes of each sample, in order. The same text twice is one article. */
function expectedOutcomes(): Map<string, string> {
  const texts = new Set<string>();
  return new Map(
    samples().map(({ dumpPath, outcome, article }) => {
      if (outcome !== 'article') return [dumpPath, outcome];
      if (!LOCALES.has(article.language ?? '')) return [dumpPath, 'quarantined'];
      const { title, standfirst, byline, body, dateText } = article;
      const text = JSON.stringify([title, standfirst, byline, body, dateText]);
      const known = texts.has(text);
      texts.add(text);
      return [dumpPath, known ? 'duplicate' : 'created'];
    }),
  );
}

function counted(outcomes: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

eachDatabase('the samples, imported', (kind) => {
  const expected = expectedOutcomes();
  let database: TestDatabase;
  let site: Site;
  let first: Import;

  const oneArticle = async (parameters: Readonly<Record<string, string>>): Promise<unknown> => {
    const { body } = await get(site, '/api/articles', { ...POPULATE, ...parameters });
    const { data } = body as { data: unknown[] };
    expect(data).toHaveLength(1);
    return data[0];
  };

  beforeAll(async () => {
    database = await createDatabase(kind);
    await (await bootSite({ database })).close();
    first = await importDumps(database, [SAMPLES]);
    site = await bootSite({ database, env: { ARCHIVE_PUBLIC_READ: 'true' } });
  });
  afterAll(async () => {
    await site.close();
    await database.drop();
  });

  it('closes the ledger: every record has the outcome that its fixture says, and they sum up', async () => {
    const { report } = first;
    expect(first.code).toBe(1);
    expect(outcomesOf(first)).toEqual(counted(expected.values()));
    expect(Object.keys(report.outcomes)).toEqual([
      'created',
      'updated',
      'unchanged',
      'kept',
      'duplicate',
      'quarantined',
      'rejected',
    ]);
    expect(report).toMatchObject({ state: 'completedWithIssues', records: expected.size, pathsNotRead: 0 });
    expect(Object.values(report.outcomes).reduce((sum, count) => sum + count, 0)).toBe(report.records);

    const ledger = await ledgerOf(database, report.job);
    expect(Object.fromEntries(ledger.map((row) => [row.dumpPath, row.outcome]))).toEqual(
      Object.fromEntries(expected),
    );
  });

  it.each(samples().filter(({ dumpPath }) => expected.get(dumpPath) === 'created'))(
    'serves every field of $dumpPath',
    async ({ dumpPath, article, source, era, media }: Sample) => {
      const { language, body, ...fields } = article;
      const found = await oneArticle({ 'filters[dumpPath]': dumpPath });
      expect(found).toMatchObject({ ...fields, locale: language, body: body && textToMarkdown(body) });
      expect(found).toMatchObject({
        source: source.name === null ? null : { name: source.name },
        era: era.name === null ? null : { name: era.name, coverage: era.coverage },
      });
      const items = media.map(({ legacyId, caption, credit, url }) => ({
        legacyId,
        credit,
        originalUrl: url,
        state: 'missing',
        captions: caption === null ? [] : [expect.objectContaining({ text: caption, language })],
      }));
      const served = (found as { mediaItems: unknown[] }).mediaItems;
      expect(served).toEqual(items.map((item) => expect.objectContaining(item) as unknown));
    },
  );

  it('finds an Arabic article, linked to its source and entities, without naming a locale', async () => {
    const filters = { 'filters[title]': 'سيول مفاجئة تعزل قرية في وادي السدرة' };
    const article = (await oneArticle(filters)) as { documentId: string; entities: unknown[] };
    expect(article).toMatchObject({ locale: 'ar', source: { name: 'صدى الواحتين' } });
    expect(article.entities.length).toBeGreaterThan(0);

    const { status, body } = await get(site, `/api/articles/${article.documentId}`, POPULATE);
    expect(status).toBe(200);
    expect(body).toMatchObject({ data: article });

    const query = `query ($id: ID!, $title: String) {
      article(documentId: $id) { ...found }
      articles(filters: { title: { eq: $title } }) { ...found }
    }
    fragment found on Article {
      documentId title locale source { name } era { name coverage }
      entities { documentId } mediaItems { legacyId captions { text language } }
    }`;
    const answer = await graphql(site, query, { id: article.documentId, title: filters['filters[title]'] });
    expect(answer.body).not.toHaveProperty('errors');
    const served = {
      documentId: article.documentId,
      title: filters['filters[title]'],
      locale: 'ar',
      source: { name: 'صدى الواحتين' },
      era: { name: 'أرشيف صدى الواحتين', coverage: '1997/2012' },
      entities: (article.entities as { documentId: string }[]).map(({ documentId }) => ({ documentId })),
      mediaItems: [
        { legacyId: '91450', captions: [{ text: 'قارب للدفاع المدني أمام مدرسة القرية.', language: 'ar' }] },
      ],
    };
    expect(answer.body).toEqual({ data: { article: served, articles: [served] } });
  });

  it('lists articles of every language where no locale is named, and of one where it is', async () => {
    const totalOf = async (parameters: Readonly<Record<string, string>>) => {
      const { body } = await get(site, '/api/articles', parameters);
      return (body as { meta: { pagination: { total: number } } }).meta.pagination.total;
    };
    const languages = samples()
      .filter(({ dumpPath }) => expected.get(dumpPath) === 'created')
      .map(({ article }) => article.language ?? '');
    const { en, ar } = counted(languages);
    expect(await totalOf({})).toBe(languages.length);
    expect(await totalOf({ locale: 'en' })).toBe(en);
    expect(await totalOf({ locale: 'ar' })).toBe(ar);
  });

  it('writes nothing the second time', async () => {
    const before = await contentOf(database);
    const second = await importDumps(database, [SAMPLES]);
    const { created = 0, ...others } = counted(expected.values());
    expect(outcomesOf(second)).toEqual({ ...others, unchanged: created });
    expect(changedTables(before, await contentOf(database))).toEqual([]);
  });
});
