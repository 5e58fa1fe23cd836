import { bootSite, type Site } from '../harness/boot-site';
import { createDatabase, eachDatabase } from '../harness/databases';
import { importDumps } from '../harness/import-dumps';
import { get } from '../harness/requests';
import { runCommand } from '../harness/run-command';
import { SAMPLES } from '../harness/samples';
import type { TestDatabase } from '../harness/test-database';
import { ARTICLE, createArticle, faultsOf, shapeOf } from './archive-of-articles';

eachDatabase('the search index is in step', (kind) => {
  let database: TestDatabase;
  let site: Site;

  beforeAll(async () => {
    database = await createDatabase(kind);
    site = await bootSite({ database, env: { ARCHIVE_PUBLIC_READ: 'true' } });
  });
  afterAll(async () => {
    await site.close();
    await database.drop();
  });

  const found = async (parameters: Record<string, string>) => {
    const { body } = await get(site, '/api/archive/search', parameters);
    return (body as { data: { title: string }[] }).data.map(({ title }) => title);
  };
  const inStep = async () => {
    expect(await faultsOf(site.strapi)).toEqual([]);
  };

  it('after every step of an article’s life', async () => {
    const { strapi } = site;
    const articles = strapi.documents(ARTICLE);
    const documentId = await createArticle(strapi, {
      title: 'Lighthouse one',
      dateEdtf: '2001',
      published: false,
    });
    await inStep();
    expect(await found({ q: 'lighthouse' })).toEqual([]);

    await articles.publish({ documentId, locale: 'en' });
    await inStep();
    expect(await found({ q: 'lighthouse' })).toEqual(['Lighthouse one']);

    await articles.update({ documentId, locale: 'en', data: { title: 'Lighthouse two', dateEdtf: '2003' } });
    await inStep();
    expect(await found({ q: 'lighthouse' })).toEqual(['Lighthouse one']);

    await articles.publish({ documentId, locale: 'en' });
    await inStep();
    expect(await found({ q: 'lighthouse', from: '2003' })).toEqual(['Lighthouse two']);
    expect(await found({ q: 'one' })).toEqual([]);

    await articles.update({ documentId, locale: 'ar', data: { title: 'منارة' }, status: 'published' });
    await inStep();
    expect(await found({ q: 'المنارة' })).toEqual(['منارة']);

    await articles.unpublish({ documentId, locale: 'en' });
    await inStep();
    expect(await found({ q: 'lighthouse' })).toEqual([]);

    await articles.discardDraft({ documentId, locale: 'ar' });
    await articles.clone({ documentId, locale: '*', data: { title: 'A copy' } });
    await inStep();
    await articles.delete({ documentId, locale: '*' });
    await inStep();
  });

  it('when what an article is linked to goes', async () => {
    const { strapi } = site;
    const source = await strapi.documents('api::source.source').create({ data: { name: 'The Short Lived' } });
    await createArticle(strapi, { title: 'Of a paper that closed', source: source.documentId });
    expect(await found({ source: source.documentId })).toEqual(['Of a paper that closed']);
    await strapi.documents('api::source.source').delete({ documentId: source.documentId });
    await inStep();
    expect(await found({ source: source.documentId })).toEqual([]);
  });

  it('after a save that failed, which leaves nothing', async () => {
    const { strapi } = site;
    await expect(
      strapi.db.transaction(async () => {
        await createArticle(strapi, { title: 'Never was' });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await inStep();
    expect(await found({ q: 'never' })).toEqual([]);
  });

  it('after changes around Strapi, once the queue is worked off', async () => {
    const { strapi } = site;
    await createArticle(strapi, { title: 'Raw material' });
    await strapi.db
      .connection('articles')
      .where({ title: 'Raw material' })
      .update({ title: 'Cooked material' });
    expect(await faultsOf(strapi)).not.toEqual([]);
    await createArticle(strapi, { title: 'The next save' });
    await inStep();
    expect(await found({ q: 'cooked' })).toEqual(['Cooked material']);
  });

  it('after an import, a second one and its roll-back', async () => {
    const first = await importDumps(database, [SAMPLES]);
    await inStep();
    expect(await found({ q: 'lighthouse keepers oil lamp' })).toHaveLength(1);
    await importDumps(database, [SAMPLES]);
    await inStep();
    await runCommand(['rollback', String(first.report.job)], { env: database.env });
    await inStep();
    expect(await found({ q: 'lighthouse keepers oil lamp' })).toEqual([]);
  });

  it('again, whatever was wrong, after search reindex; and search check tells', async () => {
    const { strapi } = site;
    const check = async () => runCommand(['search', 'check'], { env: database.env });
    await createArticle(strapi, { title: 'Stays' });
    expect(await check()).toMatchObject({ code: 0, stdout: expect.stringContaining('agrees') as string });
    const { docs, counts } = shapeOf(strapi).tables;
    await strapi.db.connection(docs).update({ hash: 'wrong' });
    await strapi.db.connection(counts).where('tag', '_d').update({ n: 77 });
    const broken = await check();
    expect(broken).toMatchObject({ code: 1 });
    expect(broken.stdout).toContain('not indexed as they stand');
    expect(broken.stdout).toContain('counters are wrong, such as _d');
    await strapi.db.connection(counts).delete();
    expect((await runCommand(['search', 'reindex'], { env: database.env })).code).toBe(0);
    expect(await check()).toMatchObject({ code: 0 });
  });

  it('after a start that finds its triggers gone', async () => {
    const { strapi } = site;
    const drop = `drop trigger articles_search_insert${kind === 'postgres' ? ' on articles' : ''}`;
    await strapi.db.connection.raw(drop);
    await createArticle(strapi, { title: 'Unseen' });
    expect(await found({ q: 'unseen' })).toEqual([]);
    await site.close();
    site = await bootSite({ database, env: { ARCHIVE_PUBLIC_READ: 'true' }, listen: true });
    const begun = Date.now();
    while ((await found({ q: 'unseen' })).length === 0 && Date.now() - begun < 10_000)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await found({ q: 'unseen' })).toEqual(['Unseen']);
    await inStep();
  });
});
