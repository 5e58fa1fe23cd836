import type { SearchAnswer, TimelineAnswer } from '../../src/plugins/archive/shared/search-api';
import { bootSite, type Site } from '../harness/boot-site';
import { createDatabase, eachDatabase } from '../harness/databases';
import { get, graphql } from '../harness/requests';
import type { TestDatabase } from '../harness/test-database';
import { createArticle, faultsOf } from './archive-of-articles';

eachDatabase('search', (kind) => {
  let database: TestDatabase;
  let site: Site;
  let source: string;
  let rima: string;

  beforeAll(async () => {
    database = await createDatabase(kind);
    site = await bootSite({ database, env: { ARCHIVE_PUBLIC_READ: 'true' } });
    const { strapi } = site;
    source = (await strapi.documents('api::source.source').create({ data: { name: 'The Sefina Courier' } }))
      .documentId;
    rima = (
      await strapi
        .documents('api::entity.entity')
        .create({ data: { name: 'Rima Saleh', kind: 'person', reviewState: 'confirmed' } })
    ).documentId;
    await strapi
      .documents('api::entity.entity')
      .create({ data: { name: 'Zyxsecret', kind: 'person', reviewState: 'confirmed' } });
    await createArticle(strapi, {
      title: 'Harbour dredging begins',
      body: 'Crews began to dredge the harbour. The ferry <b>waits</b> for the late edition.',
      byline: 'Rima Saleh',
      section: 'Port & Sea',
      dateEdtf: '2005-07-14',
      source,
      entities: [rima],
    });
    await createArticle(strapi, {
      title: 'Ferry strike',
      body: 'The harbour was quiet. Edition late.',
      section: 'port and sea',
      dateEdtf: '2006-03',
      source,
    });
    await createArticle(strapi, {
      title: 'Ferry of old',
      body: 'A café by the harbour.',
      dateEdtf: '2001/2009',
    });
    await createArticle(strapi, { title: 'Ferry without a date', body: 'Nobody knows when.' });
    await createArticle(strapi, {
      title: 'مؤتمر في القاهرة',
      body: 'بدأ المؤتمر عام ٢٠٠٥ في المَدِينَةِ',
      dateEdtf: '2005-12-01',
      locale: 'ar',
    });
    await createArticle(strapi, { title: 'Ferry zyxsecret draft', body: 'zyxsecret', published: false });
  });
  afterAll(async () => {
    await site.close();
    await database.drop();
  });

  const search = async (parameters: Record<string, string>) => {
    const { status, body } = await get(site, '/api/archive/search', parameters);
    expect({ status, body }).toMatchObject({ status: 200 });
    return body as SearchAnswer;
  };
  const titles = async (parameters: Record<string, string>) =>
    (await search(parameters)).data.map(({ title }) => title);

  it.each([
    ['a word', { q: 'dredging' }, ['Harbour dredging begins']],
    ['words that must all be there', { q: 'harbour strike' }, ['Ferry strike']],
    ['a phrase', { q: '"late edition"' }, ['Harbour dredging begins']],
    ['a prefix', { q: 'dredg* crew*' }, ['Harbour dredging begins']],
    ['a choice without something', { q: '(strike OR café) NOT quiet' }, ['Ferry of old']],
    ['only what is not', { q: 'NOT harbour', locale: 'en' }, ['Ferry without a date']],
    ['a title', { q: 'title:ferry', sort: 'date' }, ['Ferry strike', 'Ferry of old', 'Ferry without a date']],
    ['a byline', { q: 'byline:"Rima Saleh"' }, ['Harbour dredging begins']],
    ['Latin without diacritics', { q: 'CAFE' }, ['Ferry of old']],
    ['Arabic with other hamza and article', { q: 'موتمر المدينه 2005' }, ['مؤتمر في القاهرة']],
    ['Arabic without the article', { q: 'قاهرة' }, ['مؤتمر في القاهرة']],
    ['one language', { locale: 'ar' }, ['مؤتمر في القاهرة']],
    [
      'a year, with all dates that may lie in it',
      { from: '2005', to: '2005' },
      ['مؤتمر في القاهرة', 'Harbour dredging begins', 'Ferry of old'],
    ],
    ['from a day on', { from: '2006-03-31', q: 'ferry', sort: 'date:asc' }, ['Ferry of old', 'Ferry strike']],
    ['up to a day', { to: '2005-07-13' }, ['Ferry of old']],
    ['what has no date', { undated: 'true' }, ['Ferry without a date']],
    ['a section however it is written', { section: 'PORT & SEA' }, ['Harbour dredging begins']],
    ['media', { hasMedia: 'true' }, []],
    ['what nobody wrote', { q: 'unheardof' }, []],
    ['an entity that is none', { entity: 'nobody' }, []],
  ])('finds %s', async (_, parameters, expected) => {
    expect(await titles(parameters)).toEqual(expected);
  });

  it('filters by source and entity', async () => {
    expect(await titles({ source })).toEqual(['Ferry strike', 'Harbour dredging begins']);
    expect(await titles({ entity: rima, q: 'harbour' })).toEqual(['Harbour dredging begins']);
  });

  it('puts what has the word in its title first', async () => {
    expect((await titles({ q: 'harbour', locale: 'en' }))[0]).toBe('Harbour dredging begins');
  });

  it('asks whether a name was meant, where that finds more', async () => {
    const asked = async (parameters: Record<string, string>) => (await search(parameters)).meta.didYouMean;
    expect(await asked({ q: 'byline:"Rima Salhe"' })).toBe('byline:"Rima Saleh"');
    expect(await asked({ q: 'byline:"Rima Saleh"' })).toBeNull();
    expect(await asked({ q: 'Salhe', locale: 'ar' })).toBeNull();
    // A record that only a draft has the name of.
    expect(await asked({ q: 'zyxsecrett' })).toBeNull();
    const query = '{ archiveSearch(q: "Salhe") { didYouMean } }';
    expect((await graphql(site, query)).body).toEqual({ data: { archiveSearch: { didYouMean: 'Saleh' } } });
  });

  it('marks what it found and escapes the rest', async () => {
    const [article] = (await search({ q: 'ferry dredging' })).data;
    expect(article?.titleHtml).toBe('Harbour <mark>dredging</mark> begins');
    expect(article?.excerptHtml).toContain('The <mark>ferry</mark> &lt;b&gt;waits&lt;/b&gt;');
  });

  it('counts facets, with what to filter by', async () => {
    const { meta } = await search({ q: 'harbour OR ferry', facets: 'source,entity,section,locale,undated' });
    expect(meta.total).toEqual({ value: 4, exact: true });
    expect(meta.facets).toMatchObject({ counted: 4, exact: true });
    expect(meta.facets?.values).toMatchObject({
      source: [{ value: source, label: 'The Sefina Courier', count: 2 }],
      entity: [{ value: rima, label: 'Rima Saleh', count: 1 }],
      locale: [{ value: 'en', label: 'en', count: 4 }],
      undated: [{ value: 'true', count: 1 }],
    });
    const whole = (await search({ facets: 'source,locale' })).meta;
    expect(whole.total).toEqual({ value: 5, exact: true });
    expect(whole.facets?.values).toMatchObject({
      source: [{ label: 'The Sefina Courier', count: 2 }],
      locale: [
        { value: 'en', count: 4 },
        { value: 'ar', count: 1 },
      ],
    });
  });

  it.each(['date', 'date:asc', 'relevance'])('goes through all pages once, by %s', async (sort) => {
    const seen: string[] = [];
    let cursor: string | null = '';
    for (let page = 0; cursor !== null && page < 9; page += 1) {
      const answer: SearchAnswer = await search({ q: 'harbour OR ferry', sort, pageSize: '1', cursor });
      seen.push(...answer.data.map(({ documentId }) => documentId));
      cursor = answer.meta.next;
    }
    expect(seen).toHaveLength(4);
    expect(new Set(seen).size).toBe(4);
  });

  it('draws a timeline without false peaks', async () => {
    const timeline = async (parameters: Record<string, string>) =>
      (await get(site, '/api/archive/timeline', parameters)).body as TimelineAnswer;
    for (const parameters of [{}, { q: 'ferry OR harbour OR القاهرة' }]) {
      const years = await timeline(parameters);
      expect(years.data).toEqual([
        { date: '2005', count: 2 },
        { date: '2006', count: 1 },
      ]);
      expect(years.meta).toMatchObject({ by: 'year', uncertain: 1, undated: 1 });
      const days = await timeline({ ...parameters, by: 'day' });
      expect(days.data.map(({ date }) => date)).toEqual(['2005-07-14', '2005-12-01']);
      expect(days.meta).toMatchObject({ uncertain: 2, undated: 1 });
    }
    expect((await timeline({ source, by: 'month' })).data.map(({ date }) => date)).toEqual([
      '2005-07',
      '2006-03',
    ]);
  });

  it('answers the same over GraphQL', async () => {
    const query = `query ($q: String) {
      archiveSearch(q: $q, sort: "date", facets: "source") {
        data { title excerptHtml } total { value exact } facets { facets { facet values { label count } } }
      }
      archiveTimeline(q: $q) { data { date count } uncertain undated }
    }`;
    const { body } = await graphql(site, query, { q: 'harbour' });
    const rest = await search({ q: 'harbour', sort: 'date' });
    expect(body).toMatchObject({
      data: {
        archiveSearch: {
          data: rest.data.map(({ title, excerptHtml }) => ({ title, excerptHtml })),
          total: rest.meta.total,
          facets: { facets: [{ facet: 'source', values: [{ label: 'The Sefina Courier', count: 2 }] }] },
        },
        archiveTimeline: {
          data: [
            { date: '2005', count: 1 },
            { date: '2006', count: 1 },
          ],
          uncertain: 1,
          undated: 0,
        },
      },
    });
  });

  it.each([
    ['q', 'x'.repeat(600)],
    ['q', 'ab '.repeat(50)],
    ['q', 'a*'],
    ['from', '2005-13'],
    ['from', 'yesterday'],
    ['to', "2005'; drop table articles"],
    ['sort', 'constructor'],
    ['pageSize', '101'],
    ['pageSize', '-1'],
    ['cursor', 'junk'],
    ['cursor', '1~2~zzz'],
    ['facets', 'password'],
    ['hasMedia', 'perhaps'],
    ['filters', 'x'],
  ])('refuses %s=%j with a sentence', async (name, value) => {
    const { status, body } = await get(site, '/api/archive/search', { [name]: value });
    expect(status).toBe(400);
    expect((body as { error: { message: string } }).error.message).toMatch(/^["A-Z].*\.$/);
  });

  it('agrees with the database', async () => {
    expect(await faultsOf(site.strapi)).toEqual([]);
  });
});
