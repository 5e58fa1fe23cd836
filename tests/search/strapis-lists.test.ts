import request from 'supertest';

import { bootSite, type Site } from '../harness/boot-site';
import { createDatabase, eachDatabase } from '../harness/databases';
import { get, graphql } from '../harness/requests';
import type { TestDatabase } from '../harness/test-database';
import { ARTICLE, createArticle } from './archive-of-articles';

eachDatabase('Strapi’s own lists search the index', (kind) => {
  let database: TestDatabase;
  let site: Site;
  let token: string;
  const asked: string[] = [];

  beforeAll(async () => {
    database = await createDatabase(kind);
    site = await bootSite({ database, env: { ARCHIVE_PUBLIC_READ: 'true' } });
    const { strapi } = site;
    await createArticle(strapi, { title: 'Harbour dredging', body: 'A café stays open.' });
    await createArticle(strapi, { title: 'مؤتمر المدينة', locale: 'ar' });
    await createArticle(strapi, { title: 'Harbour of drafts', published: false });
    for (let number = 0; number < 1100; number += 100) {
      const rows = Array.from({ length: 100 }, (_, at) => ({
        data: `Filler ${String(number + at).padStart(4, '0')}`,
      }));
      for (const { data } of rows) await insertPublished(strapi, data);
    }
    const role: { id: number } | null = await strapi.db
      .query('admin::role')
      .findOne({ where: { code: 'strapi-super-admin' } });
    const email = 'editor@example.org';
    await strapi.service('admin::user').create({
      email,
      firstname: 'An',
      lastname: 'Editor',
      password: 'Password123',
      isActive: true,
      roles: [role?.id],
      registrationToken: null,
    });
    const login = await request(strapi.server.httpServer)
      .post('/admin/login')
      .send({ email, password: 'Password123' });
    token = (login.body as { data: { token: string } }).data.token;
    strapi.db.connection.on('query', ({ sql }: { sql: string }) => asked.push(sql));
  });
  afterAll(async () => {
    await site.close();
    await database.drop();
  });

  async function insertPublished(strapi: Site['strapi'], title: string): Promise<void> {
    await strapi.db.query(ARTICLE).create({
      data: {
        title,
        documentId: title.replace(' ', '').toLowerCase(),
        locale: 'en',
        publishedAt: new Date(),
      },
    });
  }
  const admin = async (address: string) => {
    const answer = await request(site.strapi.server.httpServer)
      .get(address)
      .set('Authorization', `Bearer ${token}`);
    expect({ status: answer.status, body: answer.body as unknown }).toMatchObject({ status: 200 });
    return answer.body as { results: { title: string }[]; pagination: { total: number } };
  };
  const noScans = () => {
    expect(asked.filter((sql) => /like .*'?%|\blike \?|ilike/i.test(sql) && /body|title/.test(sql))).toEqual(
      [],
    );
  };
  beforeEach(() => {
    asked.length = 0;
  });

  it.each([
    ['dredg', ['Harbour dredging']],
    ['CAFE', ['Harbour dredging']],
    ['المدينه', ['مؤتمر المدينة']],
    ['harbour', ['Harbour dredging']],
    ['unheardof', []],
    ['***', []],
    ['" ( ) OR', []],
  ])('in REST: _q=%s', async (typed, titles) => {
    const { status, body } = await get(site, '/api/articles', { _q: typed, fields: 'title' });
    expect(status).toBe(200);
    const { data, meta } = body as { data: { title: string }[]; meta: { pagination: { total: number } } };
    expect(data.map(({ title }) => title)).toEqual(titles);
    expect(meta.pagination.total).toBe(titles.length);
    noScans();
  });

  it('together with filters', async () => {
    const { body } = await get(site, '/api/articles', {
      _q: 'harbour',
      'filters[title][$contains]': 'nothing',
    });
    expect(body).toMatchObject({ data: [] });
  });

  it('in GraphQL', async () => {
    const { body } = await graphql(
      site,
      '{ articles(filters: { title: { containsi: "harbour" } }) { title } }',
    );
    expect(body).toEqual({ data: { articles: [{ title: 'Harbour dredging' }] } });
  });

  it('in the admin’s list, of drafts', async () => {
    const { results, pagination } = await admin(
      `/content-manager/collection-types/${ARTICLE}?_q=harb&locale=en&sort=title:ASC`,
    );
    expect(results.map(({ title }) => title)).toEqual(['Harbour dredging', 'Harbour of drafts']);
    expect(pagination.total).toBe(2);
    noScans();
  });

  it('in the admin’s relation picker', async () => {
    const { results } = await admin(`/content-manager/relations/${ARTICLE}/variantOf?_q=drafts&locale=en`);
    expect(results.map(({ title }) => title)).toEqual(['Harbour of drafts']);
    noScans();
  });

  it('and deep pages hold what they would', async () => {
    const page = async (start: string) => {
      const { body } = await get(site, '/api/articles', {
        sort: 'title',
        fields: 'title',
        locale: 'en',
        'pagination[start]': start,
        'pagination[limit]': '3',
      });
      return (body as { data: { title: string }[] }).data.map(({ title }) => title);
    };
    expect(await page('1000')).toEqual(['Filler 1000', 'Filler 1001', 'Filler 1002']);
    expect(await page('999')).toEqual(['Filler 0999', 'Filler 1000', 'Filler 1001']);
    expect(await page('5000')).toEqual([]);
  });
});
