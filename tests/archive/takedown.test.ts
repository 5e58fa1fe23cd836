import path from 'node:path';

import { bootSite, type Site } from '../harness/boot-site';
import { adminCaller, publicCaller, tokenCaller, type Caller } from '../harness/callers';
import { createDatabase, eachDatabase } from '../harness/databases';
import { importDumps, outcomesOf } from '../harness/import-dumps';
import { writeDump, writeProfile, type Page } from '../harness/invented-paper';
import { runCommand } from '../harness/run-command';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import type { TestDatabase } from '../harness/test-database';

const ARTICLE = 'api::article.article';
const REASON = 'Withdrawn on the request of the family.';

const page = (legacyId: string, title: string, rest: Partial<Page> = {}): Page => ({
  title,
  legacyId,
  date: '3 July 2002',
  body: `HOLLIN - ${title}, the crews said on Monday.\n\nThe harbour office made notice ${legacyId} known.`,
  ...rest,
});

eachDatabase('a withdrawn article', (kind) => {
  let database: TestDatabase;
  let folder: TemporaryFolder;
  let site: Site;
  let profile: string;
  let token: Caller;
  let admin: Caller;

  const box = () => path.join(folder.path, 'box');
  const importAgain = () => importDumps(database, ['--profile', profile, box()]);
  const idOf = async (legacyId: string) => {
    const rows = await database.rows(`SELECT document_id FROM articles WHERE legacy_id = '${legacyId}'`);
    return String(rows[0]?.['document_id']);
  };
  const rowsOf = async (documentId: string) =>
    (await database.rows('SELECT * FROM articles ORDER BY id')).filter(
      (row) => row['document_id'] === documentId,
    );
  const withdraw = async (legacyId: string, caller = token) => {
    const documentId = await idOf(legacyId);
    const reply = await caller.post(`/api/archive/articles/${documentId}/withdraw`, { reason: REASON });
    expect(reply.status).toBe(200);
    return documentId;
  };

  beforeAll(async () => {
    database = await createDatabase(kind);
    folder = await temporaryFolder();
    profile = await writeProfile(folder.path);
    await writeDump(box(), {
      '1.txt': page('1', 'The ferry sails'),
      '2.txt': page('2', 'The ferry rests'),
      '3.txt': page('3', 'The ferry burns'),
      '4.txt': page('4', 'The ferry is sold'),
    });
    await (await bootSite({ database })).close();
    await importAgain();
    site = await bootSite({ database, env: { ARCHIVE_PUBLIC_READ: 'true' } });
    token = await tokenCaller(site);
    admin = await adminCaller(site);
  });
  afterAll(async () => {
    await site.close();
    await database.drop();
    await folder.remove();
  });

  it('keeps its draft, marked, and loses its published row', async () => {
    const documentId = await withdraw('1');
    const rows = await rowsOf(documentId);
    expect(rows).toEqual([expect.objectContaining({ published_at: null, withdrawn_reason: REASON })]);
    const stones = await database.rows('SELECT kind, target, locale, reason FROM archive_tombstones');
    expect(stones).toEqual([{ kind: 'withdrawn', target: documentId, locale: 'en', reason: REASON }]);
  });

  it('is not seen by the public in any status, by token or not', async () => {
    const documentId = await idOf('1');
    for (const caller of [publicCaller(site), token]) {
      for (const status of ['published', 'draft']) {
        const one = await caller.get(`/api/articles/${documentId}?status=${status}&locale=en`);
        expect([status, one.status]).toEqual([status, 404]);
        const list = await caller.get(`/api/articles?status=${status}&filters[legacyId]=1`);
        expect(list.body.data).toEqual([]);
      }
    }
    expect((await token.get('/api/articles?filters[legacyId]=2')).body.data).toHaveLength(1);
  });

  it('is not published by an editor, nor changed by a request', async () => {
    const documentId = await idOf('1');
    const articles = site.strapi.documents(ARTICLE);
    await expect(articles.publish({ documentId, locale: 'en' })).rejects.toThrow('was withdrawn');
    await expect(
      articles.update({ documentId, locale: 'en', data: { section: 'Town' }, status: 'published' }),
    ).rejects.toThrow('was withdrawn');
    const edit = await articles.update({ documentId, locale: 'en', data: { section: 'Town' } });
    expect(edit).toMatchObject({ section: 'Town', withdrawnReason: REASON });
  });

  it('does not come back by an import of the same or of a changed record', async () => {
    const documentId = await idOf('1');
    const before = await rowsOf(documentId);
    const dryRun = ['import', '--dry-run', '--json', '--profile', profile, box()];
    const { lines } = await runCommand(dryRun, { env: database.env });
    expect(lines).toMatchObject([{ outcomes: { unchanged: 3, kept: 1, updated: 0 } }]);
    expect(outcomesOf(await importAgain())).toEqual({ unchanged: 3, kept: 1 });
    await writeDump(box(), { '1.txt': page('1', 'The ferry sails', { section: 'Harbour' }) });
    const { report } = await importAgain();
    const ledger = await database.rows(
      `SELECT outcome, reason, target, changes FROM archive_ledger WHERE job = ${report.job} AND reason IS NOT NULL`,
    );
    expect(ledger).toEqual([{ outcome: 'kept', reason: 'withdrawn', target: documentId, changes: null }]);
    expect(await rowsOf(documentId)).toEqual(before);
  });

  it('is published again when it is restored', async () => {
    const documentId = await idOf('1');
    const reply = await token.post(`/api/archive/articles/${documentId}/restore`, {
      reason: 'The family agreed.',
    });
    expect(reply.body.data).toEqual([expect.objectContaining({ state: 'restored', published: true })]);
    expect((await publicCaller(site).get(`/api/articles/${documentId}`)).status).toBe(200);
    expect(await database.rows('SELECT * FROM archive_tombstones')).toEqual([]);
    expect(outcomesOf(await importAgain())).toMatchObject({ unchanged: 3 });
  });

  it('needs a reason, an article and a right', async () => {
    const documentId = await idOf('2');
    const address = `/api/archive/articles/${documentId}/withdraw`;
    expect((await token.post(address, { reason: '  ' })).body.error?.message).toContain('Give a reason');
    expect((await token.post(address, {})).status).toBe(400);
    expect((await token.post(address, { reason: REASON, locale: 'ar' })).status).toBe(404);
    expect(
      (await token.post('/api/archive/articles/nosucharticle/withdraw', { reason: REASON })).status,
    ).toBe(404);
    expect((await publicCaller(site).post(address, { reason: REASON })).status).toBe(403);
    expect((await publicCaller(site).post(`/archive/articles/${documentId}/withdraw`, {})).status).toBe(401);
    expect((await admin.post(`/archive/articles/${documentId}/restore`, { reason: 'x' })).status).toBe(400);
    expect(await rowsOf(documentId)).toHaveLength(2);
  });

  it('is in the log with who did it and why, and the log takes no changes', async () => {
    const documentId = await withdraw('3');
    await admin.post(`/archive/articles/${documentId}/restore`, { reason: 'A mistake.' });
    const { body } = await token.get(`/api/archive/events?documentId=${documentId}`);
    expect(body.data).toMatchObject([
      { kind: 'restored', actor: expect.stringContaining('archivist@lantern.example'), reason: 'A mistake.' },
      { kind: 'withdrew', actor: expect.stringContaining('API token'), reason: REASON, locale: 'en' },
    ]);
    const knex = site.strapi.db.connection;
    // The driver's errors come from outside of jest, which does not take them for errors.
    const refused = { message: expect.stringContaining('takes no changes') as unknown };
    await expect(knex('archive_events').update({ reason: 'nothing' })).rejects.toMatchObject(refused);
    await expect(knex('archive_events').delete()).rejects.toMatchObject(refused);
    const query = site.strapi.db.query('plugin::archive.archive-event');
    await expect(query.delete({ where: { target: documentId } })).rejects.toThrow('takes no changes');
  });

  it('is withdrawn and restored on the command line, by whoever runs it', async () => {
    const documentId = await idOf('4');
    const run = (...args: string[]) => runCommand(args, { env: database.env });
    const down = await run('withdraw', documentId, '--reason', REASON);
    expect([down.code, down.stdout]).toEqual([0, expect.stringContaining('is withdrawn')]);
    expect((await run('withdraw', documentId, '--reason', REASON)).stderr).toContain('is withdrawn already');
    const up = await run('restore', documentId, '--reason', 'A mistake.');
    expect(up.stdout).toContain('publish it in the admin');
    const { lines } = await run('events', '--article', documentId);
    expect(lines).toMatchObject([
      { kind: 'restored', actor: expect.stringContaining('command line') },
      { kind: 'withdrew' },
    ]);
  });

  it('has the imports in the log as well', async () => {
    const { lines } = await runCommand(['events'], { env: database.env });
    expect(lines.filter((one) => (one as { kind: string }).kind === 'imported')).toHaveLength(4);
  });
});
