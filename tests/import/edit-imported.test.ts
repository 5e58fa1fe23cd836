import path from 'node:path';

import request from 'supertest';

import { bootSite, type Site } from '../harness/boot-site';
import { createDatabase, eachDatabase } from '../harness/databases';
import { importDumps } from '../harness/import-dumps';
import { writeDump, writeProfile, type Page } from '../harness/invented-paper';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import type { TestDatabase } from '../harness/test-database';

const ARTICLE = 'api::article.article';
const PERSON = {
  email: 'editor@lantern.example',
  password: 'Ferry-at-six-1',
  firstname: 'Ed',
  lastname: 'Itor',
};

const page = (title: string, legacyId: string): Page => ({
  title,
  legacyId,
  byline: 'Jane Roe',
  date: '3 July 2002',
  media: [{ legacyId: `7${legacyId}`, caption: 'The ferry at the quay.', credit: 'A. Photographer' }],
  body: `HOLLIN - ${title}, the crews said in Damascus on Monday.\n\nPresident Jorge Vallin sent greetings from Lebanon.`,
});

/** An imported article must be as good as one that was typed in: nothing about it may surprise Strapi. */
eachDatabase('an imported article', (kind) => {
  let database: TestDatabase;
  let folder: TemporaryFolder;
  let site: Site;

  beforeAll(async () => {
    database = await createDatabase(kind);
    folder = await temporaryFolder();
    const profile = await writeProfile(folder.path);
    await writeDump(path.join(folder.path, 'box'), {
      '1.txt': page('The ferry sails', '1'),
      '2.txt': page('The ferry rests', '2'),
    });
    await (await bootSite({ database })).close();
    await importDumps(database, ['--profile', profile, path.join(folder.path, 'box')]);
    site = await bootSite({ database });
  });
  afterAll(async () => {
    await site.close();
    await database.drop();
    await folder.remove();
  });

  const versions = async (documentId: string) => {
    const rows = await database.rows(`SELECT * FROM articles ORDER BY id`);
    const own = rows.filter((row) => row['document_id'] === documentId);
    return {
      draft: own.find((row) => row['published_at'] === null),
      published: own.find((row) => row['published_at'] !== null),
    };
  };
  const linksOf = async (row: Record<string, unknown> | undefined) => {
    const found: number[] = [];
    for (const table of [
      'articles_source_lnk',
      'articles_era_lnk',
      'articles_entities_lnk',
      'articles_media_items_lnk',
    ]) {
      const rows = await database.rows(`SELECT * FROM ${table} WHERE article_id = ${String(row?.['id'])}`);
      found.push(rows.length);
    }
    return found;
  };

  async function signedIn(): Promise<
    (method: 'get' | 'post' | 'put' | 'delete', url: string, body?: object) => Promise<request.Response>
  > {
    const { strapi } = site;
    const role: { id: number } = await strapi.service('admin::role').getSuperAdmin();
    await strapi.service('admin::user').create({ ...PERSON, isActive: true, roles: [role.id] });
    const { email, password } = PERSON;
    const server = strapi.server.httpServer;
    const login = await request(server).post('/admin/login').send({ email, password });
    expect(login.status).toBe(200);
    const { token } = (login.body as { data: { token: string } }).data;
    return async (method, url, body) =>
      request(server)
        [method](`/content-manager/collection-types/${ARTICLE}${url}`)
        .set('Authorization', `Bearer ${token}`)
        .send(body);
  }

  it('is edited, published, unpublished and deleted through the Document Service', async () => {
    const documents = site.strapi.documents(ARTICLE);
    const found = await documents.findFirst({ filters: { title: 'The ferry sails' }, populate: '*' });
    const documentId = found?.documentId ?? '';
    const own = { documentId, locale: 'en' };
    expect(found).toMatchObject({
      byline: 'Jane Roe',
      legacyId: '1',
      source: { name: 'The Quarrow Lantern' },
    });
    const links = await linksOf((await versions(documentId)).draft);
    expect(links).toEqual([1, 1, expect.any(Number), 1]);

    await documents.update({ ...own, data: { byline: 'The editor' } });
    expect(await versions(documentId)).toMatchObject({
      draft: { byline: 'The editor' },
      published: { byline: 'Jane Roe' },
    });
    await documents.publish(own);
    const { draft, published } = await versions(documentId);
    expect(published).toMatchObject({ byline: 'The editor', legacy_id: '1', date_edtf: '2002-07-03' });
    expect(await linksOf(draft)).toEqual(links);
    expect(await linksOf(published)).toEqual(links);

    await documents.unpublish(own);
    expect((await versions(documentId)).published).toBeUndefined();
    await documents.publish(own);
    expect(await linksOf((await versions(documentId)).published)).toEqual(links);
    await documents.delete(own);
    expect(await versions(documentId)).toEqual({ draft: undefined, published: undefined });
  });

  it('is found, opened, edited, published, unpublished and deleted in the content manager', async () => {
    const send = await signedIn();
    const list = await send('get', '?locale=en&page=1&pageSize=10');
    expect(list.status).toBe(200);
    const { results } = list.body as { results: { documentId: string; title: string; status: string }[] };
    expect(results).toEqual([expect.objectContaining({ title: 'The ferry rests', status: 'published' })]);
    const documentId = results[0]?.documentId ?? '';
    const links = await linksOf((await versions(documentId)).draft);

    const opened = await send('get', `/${documentId}?locale=en`);
    expect(opened.status).toBe(200);
    expect(opened.body).toMatchObject({ data: { title: 'The ferry rests', legacyId: '2' }, meta: {} });

    const edited = await send('put', `/${documentId}?locale=en`, { byline: 'The editor' });
    expect(edited.status).toBe(200);
    const publish = await send('post', `/${documentId}/actions/publish?locale=en`, { byline: 'The editor' });
    expect(publish.status).toBe(200);
    const { draft, published } = await versions(documentId);
    expect(published).toMatchObject({ byline: 'The editor', legacy_id: '2', slug: 'the-ferry-rests' });
    expect(await linksOf(draft)).toEqual(links);
    expect(await linksOf(published)).toEqual(links);

    const unpublish = await send('post', `/${documentId}/actions/unpublish?locale=en`, {});
    expect(unpublish.status).toBe(200);
    expect((await versions(documentId)).published).toBeUndefined();

    const gone = await send('delete', `/${documentId}?locale=en`);
    expect(gone.status).toBe(200);
    expect(await versions(documentId)).toEqual({ draft: undefined, published: undefined });
  });
});
