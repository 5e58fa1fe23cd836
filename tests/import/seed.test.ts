import path from 'node:path';

import { bootSite, type Site } from '../harness/boot-site';
import { contentOf } from '../harness/content-of';
import { CORPUS, corpus } from '../harness/corpus';
import { createDatabase, eachDatabase } from '../harness/databases';
import { importDumps, outcomesOf, type Import } from '../harness/import-dumps';
import { ledgerOf } from '../harness/ledger';
import { get, graphql } from '../harness/requests';
import { describeWith } from '../harness/requirement';
import { changedTables } from '../harness/snapshot';
import type { TestDatabase } from '../harness/test-database';

const DUMP = path.join(CORPUS, 'seed-page-dump.txt');

/** What the page tells, field by field. It names no date: the era's coverage bounds it, and says so. */
const SCALARS = {
  title: 'Palestine: Hamas Leaders Meet Baath Party, ‘Hezbollah’ Officials',
  slug: 'palestine-hamas-leaders-meet-baath-party-hezbollah-officials',
  kicker: null,
  standfirst: null,
  byline: null,
  dateline: 'Riyadh',
  section: null,
  dateText: null,
  dateEdtf: '2005/2017',
  dateEarliest: '2005-01-01',
  dateLatest: '2017-12-31',
  dateBasis: 'era',
  legacyId: null,
  legacyUrl: null,
  dumpPath: 'seed-page-dump.txt',
  locale: 'en',
};
const SOURCE = { name: 'Asharq Al-Awsat', slug: 'asharq-al-awsat', kind: 'newspaper' };
const ERA = {
  name: 'ASHARQ AL-AWSAT English Archive',
  edition: 'English',
  coverage: '2005/2017',
  language: 'en',
};
const MEDIA = { legacyId: '55353624', kind: 'image', state: 'missing', credit: null, originalUrl: null };
const CAPTION = { text: 'Hamas Expresses Concern over Ties with Iran', language: 'en' };
/** Names whose evidence is strong enough to suggest a record for. */
const NAMES = [
  ...['Riyadh', 'Iran', 'Syria', 'Damascus', 'Lebanon', 'Tehran', 'Turkey', 'Qatar', 'Gaza Strip'],
  // Each explains its acronym, which becomes a second name of the record.
  ...[
    'Islamic Revolutionary Guard Corps',
    'Palestine Liberation Organization',
    'Palestinian Islamic Jihad',
    'Hamas',
  ],
  ...['Abbas Ibrahim', 'Abu Qassem Daghmash'],
];

interface Served {
  readonly documentId: string;
  readonly body: string;
  readonly entities: readonly { name: string; kind: string; reviewState: string }[];
  readonly mediaItems: readonly { captions: readonly object[] }[];
}

describeWith(corpus, 'the seed dump', () => {
  eachDatabase('the seed dump, imported', (kind) => {
    let database: TestDatabase;
    let site: Site;
    let done: Import;

    beforeAll(async () => {
      database = await createDatabase(kind);
      await (await bootSite({ database })).close();
      done = await importDumps(database, [DUMP]);
      site = await bootSite({ database, env: { ARCHIVE_PUBLIC_READ: 'true' } });
    });
    afterAll(async () => {
      await site.close();
      await database.drop();
    });

    function expectBody(body: string): void {
      const paragraphs = body.split('\n\n');
      expect(paragraphs).toHaveLength(15);
      expect(paragraphs[0]).toMatch(/^Palestinian sources revealed to Asharq Al-Awsat newspaper that three/);
      expect(body).toContain('annually- noting that prior');
      expect(body).toContain('“Hezbollah.”');
      expect(paragraphs[14]).toMatch(/orientation and agenda\.$/);
    }

    it('is one article, and the doubtful caption is noted for an editor', async () => {
      expect(done.code).toBe(0);
      expect(outcomesOf(done)).toEqual({ created: 1 });
      const [entry] = await ledgerOf(database, done.report.job);
      expect(entry?.issues).toEqual([expect.objectContaining({ code: 'caption-after-blank' })]);
    });

    it('is served by REST, every field of it', async () => {
      const { body: answer } = await get(site, '/api/articles', {
        'populate[source]': 'true',
        'populate[era][populate]': 'publisher',
        'populate[entities]': 'true',
        'populate[mediaItems][populate]': 'captions',
      });
      const { data } = answer as { data: Served[] };
      expect(data).toHaveLength(1);
      const [article] = data;
      expect(article).toMatchObject({ ...SCALARS, source: SOURCE, era: { ...ERA, publisher: SOURCE } });
      expect(article?.mediaItems).toEqual([expect.objectContaining(MEDIA)]);
      expect(article?.mediaItems[0]?.captions).toEqual([expect.objectContaining(CAPTION)]);
      const names = article?.entities.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(NAMES));
      expect(new Set(names).size).toBe(names?.length);
      expect(article?.entities.every(({ reviewState }) => reviewState === 'suggested')).toBe(true);
      expectBody(article?.body ?? '');
    });

    it('is served by GraphQL, every field of it', async () => {
      const query = `{ articles {
        documentId body ${Object.keys(SCALARS).join(' ')}
        source { name slug kind }
        era { name edition coverage language publisher { name slug kind } }
        entities(pagination: { limit: 100 }) { name kind reviewState }
        mediaItems { legacyId kind state credit originalUrl captions { text language } }
      } }`;
      const { body: answer } = await graphql(site, query);
      expect(answer).not.toHaveProperty('errors');
      const { articles } = (answer as { data: { articles: Served[] } }).data;
      expect(articles).toHaveLength(1);
      const [article] = articles;
      expect(article).toMatchObject({ ...SCALARS, source: SOURCE, era: { ...ERA, publisher: SOURCE } });
      expect(article?.mediaItems).toEqual([{ ...MEDIA, captions: [CAPTION] }]);
      expect(article?.entities.map(({ name }) => name)).toEqual(expect.arrayContaining(NAMES));
      expectBody(article?.body ?? '');
    });

    it('writes nothing the second time', async () => {
      const before = await contentOf(database);
      expect(outcomesOf(await importDumps(database, [DUMP]))).toEqual({ unchanged: 1 });
      expect(changedTables(before, await contentOf(database))).toEqual([]);
    });
  });
});
