import path from 'node:path';

import type { StatisticsView } from '../../src/plugins/archive/shared/statistics-api';
import { bootSite, type Site } from '../harness/boot-site';
import { adminCaller, publicCaller, tokenCaller, type Caller } from '../harness/callers';
import { createDatabase, eachDatabase } from '../harness/databases';
import { importDumps } from '../harness/import-dumps';
import { ERA, SOURCE, writeDump, writeProfile, type Page } from '../harness/invented-paper';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import type { TestDatabase } from '../harness/test-database';

const page = (legacyId: string, rest: Partial<Page> = {}): Page => ({
  title: `Notice ${legacyId} to sailors`,
  legacyId,
  body: `HOLLIN - The harbour office made notice ${legacyId} known.\n\nIt holds until further notice.`,
  ...rest,
});

eachDatabase('the statistics of an archive', (kind) => {
  let database: TestDatabase;
  let folder: TemporaryFolder;
  let site: Site;
  let token: Caller;

  const read = async () => (await token.get('/api/archive/statistics')).body.data as StatisticsView;

  beforeAll(async () => {
    database = await createDatabase(kind);
    folder = await temporaryFolder();
    const profile = await writeProfile(folder.path);
    const box = path.join(folder.path, 'box');
    await writeDump(box, {
      '1.txt': page('1', { date: '3 July 2002' }),
      '2.txt': page('2', { date: '4 July 2002' }),
      '3.txt': page('3', { date: '5 May 1999' }),
      '4.txt': page('4'),
      '5.txt': 'Nothing that any profile could take for an article.',
    });
    await (await bootSite({ database })).close();
    await importDumps(database, ['--profile', profile, box]);
    site = await bootSite({ database, env: { ARCHIVE_PUBLIC_READ: 'true' } });
    token = await tokenCaller(site);
  });
  afterAll(async () => {
    await site.close();
    await database.drop();
    await folder.remove();
  });

  it('count articles by era, source, year and job, and what their dates rest on', async () => {
    const { total, eras, sources, years, jobs } = await read();
    const all = {
      articles: 4,
      published: 4,
      withdrawn: 0,
      undated: 1,
      undatedShare: 0.25,
      bases: { printed: 3, metadata: 0, url: 0, inferred: 0, era: 1, unknown: 0 },
      languages: [{ locale: 'en', articles: 4 }],
    };
    expect(total).toEqual({ ...all, quarantined: 1 });
    expect(eras).toEqual([{ documentId: expect.any(String), name: ERA, ...all }]);
    expect(sources).toEqual([{ documentId: expect.any(String), name: SOURCE, ...all }]);
    expect(years.map(({ year, articles, undated }) => [year, articles, undated])).toEqual([
      [1999, 1, 0],
      [2002, 2, 0],
      [null, 1, 1],
    ]);
    expect(jobs).toEqual([{ job: 1, state: 'completedWithIssues', records: 5, quarantined: 1, ...all }]);
  });

  it('follow what people do, at once where the archive is small', async () => {
    const [article] = await database.rows("SELECT document_id FROM articles WHERE legacy_id = '3'");
    const reason = { reason: 'A mistake.' };
    await token.post(`/api/archive/articles/${String(article?.['document_id'])}/withdraw`, reason);
    await site.strapi
      .documents('api::article.article')
      .create({ data: { title: 'Written today' }, locale: 'ar' });
    const { total, jobs } = await read();
    expect(total).toMatchObject({ articles: 5, published: 3, withdrawn: 1 });
    expect(total.languages).toEqual([
      { locale: 'en', articles: 4 },
      { locale: 'ar', articles: 1 },
    ]);
    expect(jobs.map(({ job, articles }) => [job, articles])).toEqual([
      [1, 4],
      [null, 1],
    ]);
  });

  it('answer the same over GraphQL and in the admin, to whoever has the right', async () => {
    const query = { query: '{ archiveStatistics }' };
    const graph = (await token.post('/graphql', query)).body.data as { archiveStatistics: StatisticsView };
    expect(graph.archiveStatistics.total).toEqual((await read()).total);
    const admin = await adminCaller(site);
    const reply = (await admin.get('/archive/statistics')).body.data as StatisticsView;
    expect(reply.total.articles).toBe(5);
    const nobody = publicCaller(site);
    expect((await nobody.get('/api/archive/statistics')).status).toBe(403);
    expect((await nobody.get('/archive/statistics')).status).toBe(401);
    expect((await nobody.post('/graphql', query)).body).toMatchObject({ data: { archiveStatistics: null } });
  });

  it('count without reading the articles themselves', async () => {
    if (kind !== 'sqlite') return;
    const plan = await database.rows(
      `EXPLAIN QUERY PLAN SELECT locale, date_basis, date_earliest, date_latest, import_job, withdrawn_at, published_at,
       count(*) FROM articles WHERE id BETWEEN 1 AND 20000 GROUP BY 1, 2, 3, 4, 5, 6, 7`,
    );
    expect(JSON.stringify(plan)).toContain('COVERING INDEX articles_archive_statistics');
  });
});
