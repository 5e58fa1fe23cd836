import request from 'supertest';

import { bootSite, type Site } from '../harness/boot-site';
import { createDatabase, eachDatabase } from '../harness/databases';
import type { TestDatabase } from '../harness/test-database';
import { ARTICLE, createArticle } from './archive-of-articles';

eachDatabase('citation', (kind) => {
  let database: TestDatabase;
  let site: Site;
  let documentId: string;

  beforeAll(async () => {
    database = await createDatabase(kind);
    site = await bootSite({ database, env: { ARCHIVE_PUBLIC_READ: 'true' } });
    const { strapi } = site;
    const source = await strapi
      .documents('api::source.source')
      .create({ data: { name: 'The Sefina Courier' } });
    documentId = await createArticle(strapi, {
      title: 'Harbour dredging',
      byline: 'Rima Saleh',
      dateEdtf: '2005-07',
      source: source.documentId,
    });
    await strapi
      .documents(ARTICLE)
      .update({ documentId, locale: 'en', data: { title: 'Zyxwsecret change' } });
  });
  afterAll(async () => {
    await site.close();
    await database.drop();
  });

  const get = (address: string, headers: Record<string, string> = {}) =>
    request(site.strapi.server.httpServer).get(`/api/archive/articles/${address}`).set(headers).buffer(true);

  it('gives each format of the published article', async () => {
    const jsonLd = await get(documentId);
    expect(jsonLd.status).toBe(200);
    expect(jsonLd.headers['content-type']).toMatch('application/ld+json');
    expect(JSON.parse(jsonLd.text)).toMatchObject({
      '@type': 'NewsArticle',
      headline: 'Harbour dredging',
      datePublished: '2005-07',
      publisher: { name: 'The Sefina Courier' },
    });
    const [item] = JSON.parse((await get(`${documentId}?format=csl-json`)).text) as Record<string, unknown>[];
    expect(item).toMatchObject({
      issued: { 'date-parts': [[2005, 7]] },
      author: [{ literal: 'Rima Saleh' }],
    });
    expect((await get(`${documentId}/en?format=ris`)).text).toContain('T2  - The Sefina Courier\r\n');
    expect((await get(`${documentId}?format=bibtex`)).text).toContain('title = {{Harbour dredging}}');
  });

  it('is not sent again where it did not change', async () => {
    const first = await get(documentId);
    const etag = String(first.headers['etag']);
    expect(first.headers['last-modified']).toBeDefined();
    expect((await get(documentId, { 'If-None-Match': etag })).status).toBe(304);
    expect((await get(`${documentId}?format=ris`, { 'If-None-Match': etag })).status).toBe(200);
  });

  it.each(['unknown', `x'--`, '%00', 'a/zz'])('has nothing for %s', async (address) => {
    expect((await get(address)).status).toBe(404);
  });

  it('shows no draft, no other locale, and no format that does not exist', async () => {
    const draft = await createArticle(site.strapi, { title: 'Zyxwsecret', published: false });
    expect((await get(draft)).status).toBe(404);
    expect((await get(documentId)).text).not.toContain('Zyxwsecret');
    expect((await get(`${documentId}/ar`)).status).toBe(404);
    expect((await get(`${documentId}?format=constructor`)).status).toBe(400);
  });
});
