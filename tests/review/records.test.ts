import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { ReviewService } from '../../src/plugins/archive/server/src/review/review-service';
import type { OpenedRecord } from '../../src/plugins/archive/shared/review-api';
import { bootSite, type Site } from '../harness/boot-site';
import { adminCaller, publicCaller, tokenCaller, type Caller } from '../harness/callers';
import { createDatabase, eachDatabase } from '../harness/databases';
import { importDumps, outcomesOf } from '../harness/import-dumps';
import { ERA, writeDump, writeProfile } from '../harness/invented-paper';
import { runCommand } from '../harness/run-command';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import type { TestDatabase } from '../harness/test-database';

const BODY = 'HOLLIN - The ferry sails again, the harbour master said on Monday.';
const PAGES = {
  'whole.txt': { title: 'The mill is sold', legacyId: '1', body: 'HOLLIN - The mill was sold on Friday.' },
  'empty.txt': `The ferry sails | ${ERA} 1990 - 2010\nArticle ID: 2\n`,
  'blank.txt': `The fair is early | ${ERA} 1990 - 2010\nArticle ID: 3\n`,
};

jest.setTimeout(300_000);

/** Records without a body wait for a person, who gives it, or says that they are no articles; both can be undone. */
eachDatabase('review of quarantined records', (kind) => {
  let database: TestDatabase;
  let folder: TemporaryFolder;
  let profile: string;
  let site: Site;
  let admin: Caller;
  let service: ReviewService;

  const run = async () => importDumps(database, ['--profile', profile, path.join(folder.path, 'box')]);
  const waiting = async () => (await service.records({ after: null, most: 10, job: null })).rows;
  const idOf = async (file: string) => {
    const [row] = await database.rows(
      `SELECT id FROM archive_ledger WHERE dump_path LIKE '%${file}' ORDER BY id DESC LIMIT 1`,
    );
    return Number(row?.['id']);
  };
  const post = (id: number, verb: string, body: object) =>
    admin.post(`/archive/review/records/${String(id)}/${verb}`, body);
  const jobCounts = async () => {
    const [row] = await database.rows(
      'SELECT created, quarantined, rejected, state FROM archive_import_jobs ORDER BY id LIMIT 1',
    );
    return row;
  };

  beforeAll(async () => {
    database = await createDatabase(kind);
    folder = await temporaryFolder();
    profile = await writeProfile(folder.path);
    await (await bootSite({ database })).close();
    await writeDump(path.join(folder.path, 'box'), PAGES);
    expect(outcomesOf(await run())).toEqual({ created: 1, quarantined: 2 });
    site = await bootSite({ database });
    admin = await adminCaller(site);
    service = site.strapi.plugin('archive').service('review');
  });
  afterAll(async () => {
    await site.close();
    await database.drop();
    await folder.remove();
  });

  it('counts and lists them, and shows a record as it stands in the dump', async () => {
    expect(await service.counts()).toMatchObject({ records: 2, variants: 0 });
    expect((await waiting()).map(({ reason }) => reason)).toEqual(['body-empty', 'body-empty']);
    const page = await service.records({ after: null, most: 1, job: null });
    const next = await service.records({ after: page.next, most: 1, job: null });
    expect([page.rows.length, next.rows.length, next.next]).toEqual([1, 1, null]);
    const opened = (await admin.get(`/archive/review/records/${String(await idOf('empty.txt'))}`)).body
      .data as OpenedRecord;
    expect(opened.record?.text).toBe(PAGES['empty.txt']);
    expect(opened.record?.fields).toMatchObject({ title: 'The ferry sails', body: null });
    expect(opened.issues.map(({ code }) => code)).toContain('body-empty');
  });

  it('is closed to those without the right', async () => {
    expect((await publicCaller(site).get('/archive/review')).status).toBe(401);
    expect((await publicCaller(site).get('/api/archive/review')).status).toBe(403);
  });

  it('says what is missing, and writes nothing then', async () => {
    const id = await idOf('empty.txt');
    const refused = await post(id, 'accept', { fields: { byline: 'Ada Roe' } });
    expect([refused.status, refused.body.error?.message]).toEqual([
      400,
      expect.stringMatching(/cannot be an article yet.*body/i),
    ]);
    expect((await post(id, 'accept', { fields: { dateEdtf: 'long ago', body: BODY } })).status).toBe(400);
    expect((await post(id, 'accept', { fields: { slug: 'x' } })).status).toBe(400);
    expect((await post(id, 'reject', { reason: ' ' })).status).toBe(400);
    expect(await service.counts()).toMatchObject({ records: 2 });
  });

  it('accepts with the given body: an article like any imported one, with an editor in its provenance', async () => {
    const id = await idOf('empty.txt');
    const { status, body, text } = await post(id, 'accept', { fields: { body: BODY, dateEdtf: '2001-05' } });
    expect([status, text]).toEqual([200, expect.any(String)]);
    const { target } = body.data as { target: string };
    expect(body.data).toMatchObject({ outcome: 'created', locale: 'en' });
    const article = await site.strapi
      .documents('api::article.article')
      .findOne({ documentId: target, locale: 'en', status: 'published' });
    expect(article).toMatchObject({ title: 'The ferry sails', dateEdtf: '2001-05', dateBasis: 'inferred' });
    expect(article?.body).toContain('The ferry sails again');
    const field = await admin.get(`/archive/provenance/${target}/fields/body?locale=en`);
    expect(field.body.data).toMatchObject({ state: 'imported', evidence: { rule: 'editor' } });
    const title = await admin.get(`/archive/provenance/${target}/fields/title?locale=en`);
    expect(title.body.data).toMatchObject({ excerpt: { text: expect.stringContaining('The ferry sails') } });
    const found = await (await tokenCaller(site)).get('/api/archive/search?q=harbour+master');
    expect(found.body.data).toMatchObject([{ documentId: target }]);
    expect(await jobCounts()).toMatchObject({ created: 2, quarantined: 1, state: 'completedWithIssues' });
    expect((await post(id, 'accept', { fields: { body: BODY } })).status).toBe(400);
  });

  it('rejects with a reason, and closes the job clean of waiting records', async () => {
    const id = await idOf('blank.txt');
    expect((await post(id, 'reject', { reason: 'A page without an article.' })).status).toBe(200);
    expect(await service.counts()).toMatchObject({ records: 0 });
    expect(await jobCounts()).toMatchObject({ created: 2, quarantined: 0, rejected: 1 });
    const events = await database.rows(`SELECT kind, reason FROM archive_events WHERE kind = 'reviewed'`);
    expect(events.at(-1)?.['reason']).toBe('A page without an article.');
  });

  it('does not ask again when the same records come again', async () => {
    expect(outcomesOf(await run())).toMatchObject({ unchanged: 1 });
    expect(await service.counts()).toMatchObject({ records: 0 });
  });

  it('undoes both: the records wait again and the article is gone', async () => {
    const [first] = await database.rows(
      `SELECT id, target FROM archive_ledger WHERE dump_path LIKE '%empty.txt' ORDER BY id LIMIT 1`,
    );
    const [second] = await database.rows(
      `SELECT id FROM archive_ledger WHERE dump_path LIKE '%blank.txt' ORDER BY id LIMIT 1`,
    );
    expect((await post(Number(first?.['id']), 'reopen', {})).status).toBe(200);
    expect((await post(Number(second?.['id']), 'reopen', {})).status).toBe(200);
    expect(await jobCounts()).toMatchObject({ created: 1, quarantined: 2, rejected: 0 });
    const articles = await database.rows(
      `SELECT id FROM articles WHERE document_id = '${String(first?.['target'])}'`,
    );
    expect(articles).toEqual([]);
    expect(await service.counts()).toMatchObject({ records: 2 });
  });

  it('leaves no record of a job that was rolled back waiting, and gives back what that job had settled', async () => {
    await writeFile(path.join(folder.path, 'box', 'empty.txt'), `${PAGES['empty.txt']}\n${BODY}\n`);
    const again = await run();
    expect(outcomesOf(again)).toMatchObject({ created: 1, quarantined: 1 });
    expect(await service.counts()).toMatchObject({ records: 1 });
    await runCommand(['rollback', String(again.report.job)], { env: database.env });
    expect(await service.counts()).toMatchObject({ records: 2 });
  });
});
