import request from 'supertest';

import { bootSite, type Site } from '../harness/boot-site';
import { createDatabase, eachDatabase } from '../harness/databases';
import type { TestDatabase } from '../harness/test-database';
import { createArticle } from './archive-of-articles';

eachDatabase('feeds and exports', (kind) => {
  let database: TestDatabase;
  let site: Site;

  beforeAll(async () => {
    database = await createDatabase(kind);
    site = await bootSite({ database, env: { ARCHIVE_PUBLIC_READ: 'true' } });
    for (let day = 1; day <= 3; day += 1)
      await createArticle(site.strapi, {
        title: `=Ferry ${String(day)}`,
        dateEdtf: `2005-07-0${String(day)}`,
      });
    for (let n = 0; n < 120; n += 1) await createArticle(site.strapi, { title: `Filler ${String(n)}` });
    await createArticle(site.strapi, { title: 'Ferry Zyxwsecret', published: false });
  });
  afterAll(async () => {
    await site.close();
    await database.drop();
  });

  const get = (address: string, headers: Record<string, string> = {}) =>
    request(site.strapi.server.httpServer).get(`/api/archive/search/${address}`).set(headers).buffer(true);

  it('are Atom and JSON Feed, page by page', async () => {
    const first = await get('feed?q=ferry&pageSize=2');
    expect(first.status).toBe(200);
    expect(first.headers['content-type']).toMatch('application/atom+xml');
    expect(first.text.match(/<title>[^<]*/g)).toEqual(['<title>ferry', '<title>=Ferry 3', '<title>=Ferry 2']);
    const json = await get('feed?q=ferry&pageSize=2&format=json');
    const { items, next_url: next } = JSON.parse(json.text) as {
      items: { date_published: string }[];
      next_url: string;
    };
    expect(items[0]?.date_published).toBe('2005-07-03T00:00:00Z');
    const second = await request(site.strapi.server.httpServer)
      .get(new URL(next, 'http://x').pathname + new URL(next, 'http://x').search)
      .buffer(true);
    expect((JSON.parse(second.text) as { items: unknown[] }).items).toHaveLength(1);
    expect(
      (await get('feed?q=ferry&pageSize=2', { 'If-None-Match': String(first.headers['etag']) })).status,
    ).toBe(304);
    expect((await get('feed?format=rss')).status).toBe(400);
  });

  it('stream all that is found, to those who may', async () => {
    expect((await get('export')).status).toBe(403);
    const { strapi } = site;
    const role: { id: number } | null = await strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'public' } });
    await strapi.db
      .query('plugin::users-permissions.permission')
      .create({ data: { action: 'plugin::archive.feed.export', role: role?.id } });
    const lines = (await get('export')).text.trimEnd().split('\n');
    const titles = lines.map((line) => (JSON.parse(line) as { title: string }).title);
    expect(titles).toHaveLength(123);
    expect(new Set(titles).size).toBe(123);
    expect(titles.slice(0, 3)).toEqual(['=Ferry 3', '=Ferry 2', '=Ferry 1']);
    const csv = (await get('export?q=ferry&format=csv')).text.trimEnd().split('\r\n');
    expect(csv).toHaveLength(4);
    expect(csv[0]).toMatch(/^documentId,locale,slug,title/);
    // A spreadsheet must not take a title for a formula.
    expect(csv[1]).toContain("'=Ferry 3");
  });
});
