import path from 'node:path';

import request from 'supertest';

import { bootSite, type Site } from '../harness/boot-site';
import { publicCaller, tokenCaller, type Caller, type Reply } from '../harness/callers';
import { createDatabase, eachDatabase } from '../harness/databases';
import { importDumps } from '../harness/import-dumps';
import { ERA, writeDump, writeProfile, type Page } from '../harness/invented-paper';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import type { TestDatabase } from '../harness/test-database';

const SITE = 'http://www.quarrow-lantern.example';
const page = (legacyId: string, title: string): Page => ({
  title,
  legacyId,
  legacyUrl: `${SITE}/2004/05/notice-${legacyId}.html`,
  date: '3 July 2002',
  body: `HOLLIN - ${title}, the crews said on Monday.\n\nThe harbour office made notice ${legacyId} known.`,
});

eachDatabase('an old link', (kind) => {
  let database: TestDatabase;
  let folder: TemporaryFolder;
  let site: Site;
  let token: Caller;

  const ask = (parameters: Record<string, string>, caller = publicCaller(site)): Promise<Reply> =>
    caller.get(`/api/archive/resolve?${new URLSearchParams(parameters).toString()}`);
  const titleAt = async ({ body }: Reply) => {
    const { article } = body.data as { article: { url: string } };
    const found = await publicCaller(site).get(article.url);
    return (found.body.data as { title: string }).title;
  };

  beforeAll(async () => {
    database = await createDatabase(kind);
    folder = await temporaryFolder();
    const profile = await writeProfile(folder.path);
    await writeDump(path.join(folder.path, 'box'), {
      '1.txt': page('1', 'The ferry sails'),
      '2.txt': page('2', 'The ferry rests'),
    });
    await writeDump(path.join(folder.path, 'other'), { '1.txt': page('77', 'The lamp is lit') });
    await (await bootSite({ database })).close();
    await importDumps(database, ['--profile', profile, path.join(folder.path, 'box')]);
    // The same ID in another era is another article.
    await writeDump(path.join(folder.path, 'other'), {
      '1.txt': { ...page('1', 'The lamp is lit'), legacyUrl: 'http://lamp.example/1' },
    });
    await importDumps(database, [
      '--profile',
      profile,
      '--era',
      'Lamp Archive',
      path.join(folder.path, 'other'),
    ]);
    await writeDump(path.join(folder.path, 'drafts'), { '9.txt': page('9', 'The ferry is a secret') });
    await importDumps(database, ['--draft', '--profile', profile, path.join(folder.path, 'drafts')]);
    site = await bootSite({ database, env: { ARCHIVE_PUBLIC_READ: 'true' } });
    token = await tokenCaller(site);
    const eras = site.strapi.documents('plugin::archive.era' as 'api::source.source');
    const era = await eras.findFirst({ filters: { name: ERA } as never });
    const siteUrls = ['http://www.quarrow-lantern.example/', 'lantern.invalid'];
    await eras.update({ documentId: era?.documentId ?? '', data: { siteUrls } as never });
  });
  afterAll(async () => {
    await site.close();
    await database.drop();
    await folder.remove();
  });

  it.each([
    ['as it was', `${SITE}/2004/05/notice-1.html`],
    [
      'with another scheme, port and tracking',
      'https://quarrow-lantern.example:443/2004/05/notice-1.html?utm_source=a#top',
    ],
    ['in capitals and percent-encoded', 'HTTP://QUARROW-LANTERN.example/2004/05/%6eotice-1.html'],
    ['its AMP page', `${SITE}/2004/05/notice-1.html/amp`],
    ['its print page', `${SITE}/2004/05/notice-1.html?print=1`],
    ['in the Wayback Machine', `https://web.archive.org/web/20080102030405/${SITE}/2004/05/notice-1.html`],
    ['on another host of its era', 'http://lantern.invalid/2004/05/notice-1.html'],
  ])('leads to its article: %s', async (_, url) => {
    const reply = await ask({ url });
    expect([reply.status, await titleAt(reply)]).toEqual([200, 'The ferry sails']);
  });

  it('sends browsers on, and whoever asks for it', async () => {
    const { httpServer } = site.strapi.server;
    const address = `/api/archive/resolve?url=${encodeURIComponent(`${SITE}/2004/05/notice-1.html`)}`;
    const browser = await request(httpServer).get(address).set('accept', 'text/html,*/*;q=0.8');
    expect([browser.status, browser.headers['location']]).toEqual([
      301,
      expect.stringMatching(/^\/api\/articles\//),
    ]);
    expect((await ask({ url: `${SITE}/2004/05/notice-1.html`, redirect: 'true' })).status).toBe(301);
  });

  it('may be an ID of the old system, in its era or alone', async () => {
    expect(await titleAt(await ask({ legacyId: '1', era: ERA }))).toBe('The ferry sails');
    expect(await titleAt(await ask({ legacyId: '1', era: 'lamp archive' }))).toBe('The lamp is lit');
    expect(await titleAt(await ask({ legacyId: '2' }))).toBe('The ferry rests');
    const both = await ask({ legacyId: '1' });
    expect([both.status, both.body.data]).toEqual([300, expect.objectContaining({ outcome: 'ambiguous' })]);
    expect((both.body.data as { articles: unknown[] }).articles).toHaveLength(2);
  });

  it('is gone with the reason where the article was withdrawn', async () => {
    const url = `${SITE}/2004/05/notice-2.html`;
    const { article } = (await ask({ url })).body.data as { article: { documentId: string } };
    const address = `/api/archive/articles/${article.documentId}`;
    await token.post(`${address}/withdraw`, { reason: 'By request of the family.' });
    const gone = { outcome: 'withdrawn', reason: 'By request of the family.' };
    for (const asked of [{ url }, { legacyId: '2' }, { legacyId: '2', era: ERA }]) {
      const reply = await ask(asked);
      expect([reply.status, reply.body.data]).toEqual([410, expect.objectContaining(gone)]);
    }
    await token.post(`${address}/restore`, { reason: 'They agreed.' });
    expect((await ask({ url })).status).toBe(200);
  });

  it('is not found where nothing public is known of it', async () => {
    const unknown = [
      { url: `${SITE}/2004/05/notice-9.html` },
      { url: `${SITE}/nowhere` },
      { url: 'javascript:alert(1)' },
      { url: `${SITE}/${'a'.repeat(5000)}` },
      { legacyId: '9', era: ERA },
      { legacyId: "1' or '1'='1" },
      { legacyId: '1', era: 'No such era' },
    ];
    for (const asked of unknown) expect([asked, (await ask(asked)).status]).toEqual([asked, 404]);
    expect((await ask({})).status).toBe(400);
    expect((await ask({ url: SITE, legacyId: '1' })).status).toBe(400);
  });

  it('is resolved over GraphQL', async () => {
    const query = `{ archiveResolve(url: "${SITE}/2004/05/notice-1.html") { outcome article { slug locale } } }`;
    const { body } = await publicCaller(site).post('/graphql', { query });
    const article = { slug: 'the-ferry-sails', locale: 'en' };
    expect(body.data).toEqual({ archiveResolve: { outcome: 'found', article } });
  });
});
