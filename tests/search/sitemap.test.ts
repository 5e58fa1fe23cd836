import request from 'supertest';

import { bootSite, type Site } from '../harness/boot-site';
import { createDatabase, eachDatabase } from '../harness/databases';
import type { TestDatabase } from '../harness/test-database';
import { isWellFormed } from '../harness/well-formed';
import { createArticle } from './archive-of-articles';

const PUBLIC_URL = 'http://archive.example';

eachDatabase('sitemaps and permanent names', (kind) => {
  let database: TestDatabase;
  let site: Site;
  let documentId: string;

  beforeAll(async () => {
    database = await createDatabase(kind);
    site = await bootSite({
      database,
      env: { ARCHIVE_PUBLIC_READ: 'true', ARCHIVE_NAAN: '12345', PUBLIC_URL },
    });
    const { strapi } = site;
    const source = await strapi
      .documents('api::source.source')
      .create({ data: { name: 'The Sefina Courier' } });
    documentId = await createArticle(strapi, {
      title: 'Harbour & dredging',
      dateEdtf: '2005-07-14',
      source: source.documentId,
    });
    await createArticle(strapi, { title: 'Undated' });
    await createArticle(strapi, { title: 'Zyxwsecret', published: false });
  });
  afterAll(async () => {
    await site.close();
    await database.drop();
  });

  const get = (address: string, headers: Record<string, string> = {}) =>
    request(site.strapi.server.httpServer).get(`/api/archive/${address}`).set(headers).buffer(true);

  it('list what is published, with news fields where all of them are known', async () => {
    const index = await get('sitemap');
    expect(isWellFormed(index.text)).toBe(true);
    expect(index.text.match(/<loc>[^<]*/g)).toEqual([`<loc>${PUBLIC_URL}/api/archive/sitemap/0`]);
    const { text, headers } = await get('sitemap/0');
    expect(isWellFormed(text)).toBe(true);
    expect(text.match(/<url>/g)).toHaveLength(2);
    expect(text.match(/<news:title>[^<]*/g)).toEqual(['<news:title>Harbour &amp; dredging']);
    expect(text).toContain('<news:publication_date>2005-07-14</news:publication_date>');
    expect(text).toContain(`<loc>${PUBLIC_URL}/api/archive/ark:12345/${documentId}.en</loc>`);
    expect(text).not.toContain('Zyxw');
    expect((await get('sitemap/0', { 'If-None-Match': String(headers['etag']) })).status).toBe(304);
    for (const part of ['1', '999999999', '-1', "0'", 'x']) {
      expect((await get(`sitemap/${part}`)).status).toBe(404);
    }
  });

  it('lead by an ARK to the article', async () => {
    const answer = await get(`ark:12345/${documentId}.en?format=ninjs`);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({ title: 'Harbour & dredging', language: 'en' });
    expect((await get(`ark:/12345/${documentId}`)).status).toBe(200);
    expect((await get(`ark:54321/${documentId}`)).status).toBe(404);
    expect((await get(`ark:12345/${documentId}.ar`)).status).toBe(404);
  });
});
