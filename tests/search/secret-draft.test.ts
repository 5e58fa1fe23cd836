import fc from 'fast-check';
import request from 'supertest';

import { bootSite, type Site } from '../harness/boot-site';
import { createDatabase, eachDatabase } from '../harness/databases';
import { get, graphql } from '../harness/requests';
import type { TestDatabase } from '../harness/test-database';
import { ARTICLE, createArticle } from './archive-of-articles';

const SECRET = 'Zyxwsecret';

/** Below `/api/archive/`; ID is an article whose draft was changed. */
const INTERFACES = [
  ...['search/feed', 'search/feed?format=json', `search/feed?section=${SECRET}`],
  ...['search/export', 'search/export?format=csv', 'sitemap', 'sitemap/0'],
  ...['Identify', 'ListSets', 'ListRecords&metadataPrefix=oai_dc', 'ListRecords&metadataPrefix=mods'].map(
    (verb) => `oai?verb=${verb}`,
  ),
  ...['json-ld', 'csl-json', 'ris', 'bibtex', 'ninjs', 'mods'].map(
    (format) => `articles/ID?format=${format}`,
  ),
];

eachDatabase('readers never meet a draft', (kind) => {
  let database: TestDatabase;
  let site: Site;
  let documentId: string;

  beforeAll(async () => {
    database = await createDatabase(kind);
    site = await bootSite({ database, env: { ARCHIVE_PUBLIC_READ: 'true' } });
    const { strapi } = site;
    const secret = { title: `${SECRET} title`, body: SECRET, byline: SECRET, section: SECRET };
    await createArticle(strapi, { ...secret, dateEdtf: '1987-06-05', published: false });
    documentId = await createArticle(strapi, { title: 'Open', body: 'For all.', dateEdtf: '1990' });
    // A published article with an unpublished change, and one that was withdrawn.
    await strapi.documents(ARTICLE).update({ documentId, locale: 'en', data: secret });
    const withdrawn = await createArticle(strapi, { ...secret, title: `${SECRET} withdrawn` });
    await strapi.documents(ARTICLE).unpublish({ documentId: withdrawn, locale: 'en' });
    const takenDown = await createArticle(strapi, { ...secret, title: `${SECRET} taken down` });
    await strapi
      .plugin('archive')
      .service('takedown')
      .withdraw({ contentType: ARTICLE, documentId: takenDown, locale: 'en', reason: 'A court order.' });
  });
  afterAll(async () => {
    await site.close();
    await database.drop();
  });

  const PARAMETERS: Record<string, string>[] = [
    {},
    { q: SECRET },
    { q: `${SECRET.slice(0, 5)}*` },
    { q: 'NOT open', sort: 'date:asc' },
    { section: SECRET },
    { from: '1987', to: '1987' },
    { undated: 'true' },
    { facets: 'section,source,entity,era,locale,media,undated' },
    { q: 'open', facets: 'section' },
  ];

  it.each(PARAMETERS)('in a search with %j', async (parameters) => {
    for (const route of ['search', 'timeline']) {
      const { status, body } = await get(site, `/api/archive/${route}`, parameters);
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toMatch(/zyxw|1987/i);
    }
  });

  it('in feeds, exports, sitemaps, harvests, citations and the resolver', async () => {
    const { strapi } = site;
    const role: { id: number } | null = await strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'public' } });
    await strapi.db
      .query('plugin::users-permissions.permission')
      .create({ data: { action: 'plugin::archive.feed.export', role: role?.id } });
    for (const address of INTERFACES.map((one) => one.replace('ID', documentId))) {
      const { status, text } = await request(strapi.server.httpServer)
        .get(`/api/archive/${address}`)
        .buffer(true);
      expect([address, status]).toEqual([address, 200]);
      // A feed tells its own address, with the words that were asked for.
      const told = text.replaceAll(address, '').replaceAll(address.replaceAll('&', '&amp;'), '');
      expect(told).not.toMatch(/zyxw|1987/i);
    }
  });

  it('in Strapi’s lists and GraphQL', async () => {
    const { body: list } = await get(site, '/api/articles', { _q: SECRET });
    expect(list).toMatchObject({ data: [], meta: { pagination: { total: 0 } } });
    const query = `{ archiveSearch(q: "${SECRET}") { data { title } total { value } }
      archiveTimeline(from: "1987", to: "1987") { data { date } } }`;
    expect((await graphql(site, query)).body).toEqual({
      data: { archiveSearch: { data: [], total: { value: 0 } }, archiveTimeline: { data: [] } },
    });
  });

  it('and each route has a right of its own', async () => {
    const { strapi } = site;
    const forget = async (action: string) =>
      strapi.db.query('plugin::users-permissions.permission').deleteMany({ where: { action } });
    await forget('plugin::archive.search.find');
    expect((await get(site, '/api/archive/search')).status).toBe(403);
    expect((await get(site, '/api/archive/timeline')).status).toBe(200);
    await forget('plugin::archive.search.timeline');
    expect((await get(site, '/api/archive/timeline')).status).toBe(403);
    const { body } = await graphql(site, '{ archiveSearch { data { title } } }');
    expect(body).toMatchObject({ errors: [{ message: 'Forbidden access' }] });
  });
});

eachDatabase('a search with whatever parameters', (kind) => {
  let database: TestDatabase;
  let site: Site;

  beforeAll(async () => {
    database = await createDatabase(kind);
    site = await bootSite({
      database,
      env: { ARCHIVE_PUBLIC_READ: 'true', ARCHIVE_SEARCHES_A_MINUTE: '100000' },
    });
    await createArticle(site.strapi, { title: 'Ferry', body: 'ab cd' });
  });
  afterAll(async () => {
    await site.close();
    await database.drop();
  });

  it('is answered or refused, and never fails', async () => {
    const pieces = [
      ...[
        '"',
        "'",
        '(',
        ')',
        '*',
        ' ',
        'AND',
        'OR',
        'NOT',
        'title:',
        'NEAR(',
        '^',
        '-',
        '\\',
        '\0',
        '\u202e',
        '%00',
      ],
      ...[
        'ab',
        'ferry',
        "'; drop table articles; --",
        ':*',
        '<->',
        '!',
        '&',
        '|',
        '{title}',
        '\ud800',
        '东京',
        'ال',
      ],
    ];
    const value = fc.oneof(
      fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((all) => all.join('')),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '2005',
        '0000',
        '9999-99',
        'true',
        '1',
        '-1',
        '1e9',
        'date',
        'relevance',
        'source,source',
      ),
    );
    const names = [
      'q',
      'from',
      'to',
      'source',
      'entity',
      'era',
      'section',
      'locale',
      'sort',
      'cursor',
      'pageSize',
      'facets',
      'undated',
    ];
    const parameters = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 4 });
    const seen = new Set<number>();
    await fc.assert(
      fc.asyncProperty(parameters, async (record) => {
        const safe = Object.fromEntries(
          Object.entries(record).map(([name, text]) => [name, text.toWellFormed()]),
        );
        const { status } = await get(site, '/api/archive/search', safe);
        seen.add(status);
        expect([200, 400]).toContain(status);
      }),
      { numRuns: 500 },
    );
    expect(seen).toEqual(new Set([200, 400]));
    for (const address of [
      'search?q=%',
      'search?q[a]=1',
      'search?q=a&q=b',
      'search?q=%ff%00',
      'timeline?by=week',
    ])
      expect([200, 400]).toContain((await get(site, `/api/archive/${address}`)).status);
  });
});

describe('one address', () => {
  it('may search so many times a minute, over REST and GraphQL together', async () => {
    const database = await createDatabase('sqlite');
    const site = await bootSite({
      database,
      env: { ARCHIVE_PUBLIC_READ: 'true', ARCHIVE_SEARCHES_A_MINUTE: '2' },
    });
    try {
      expect((await get(site, '/api/archive/search')).status).toBe(200);
      expect((await graphql(site, '{ archiveSearch { total { value } } }')).body).not.toHaveProperty(
        'errors',
      );
      const { status, body } = await get(site, '/api/archive/timeline');
      expect(status).toBe(429);
      expect(body).toMatchObject({ error: { message: expect.stringContaining('Try again in') as string } });
    } finally {
      await site.close();
      await database.drop();
    }
  });
});
