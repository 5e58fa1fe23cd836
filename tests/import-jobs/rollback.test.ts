import path from 'node:path';

import { bootSite } from '../harness/boot-site';
import { eachDatabase } from '../harness/databases';
import { importDumps, outcomesOf } from '../harness/import-dumps';
import { writeDump, writeProfile, type Page } from '../harness/invented-paper';
import { runCommand } from '../harness/run-command';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import type { TestDatabase } from '../harness/test-database';
import { comparable, differences, type Comparable } from './comparable';
import { copyDatabase } from './copy-database';
import { article } from './gazette';
import { preparedDatabase } from './prepared-database';
import { startCommand } from './start-command';

const ARTICLE = 'api::article.article';
/** Small enough that records of one article lie in different batches. */
const ENV = { ARCHIVE_BATCH_RECORDS: '2' };
/** What a roll-back leaves as the memory of what happened. */
const MEMORY = /^(archive_import_jobs|archive_ledger|archive_dump_files|archive_events|sqlite_sequence)$/;
type Row = Record<string, unknown>;

const picture = (id: string) => [{ legacyId: id, caption: `Picture ${id}`, credit: 'R. Roe' }];

const FIRST: Readonly<Record<string, Page>> = {
  '01-edited.txt': article(1, { media: picture('71') }),
  '02-deleted.txt': article(2, { media: picture('72') }),
  '03-drafted.txt': article(3),
  '04-changed.txt': article(4, { media: picture('74'), date: '3 July 2002' }),
  '05-same.txt': article(5),
  '06-version.txt': article(6),
  '07-twin.txt': article(5, { legacyId: '1007' }),
  '08-other.txt': article(8),
  '09-late.txt': article(9),
  '10-version.txt': article(60, { legacyId: '1006' }),
  '11-withdrawn.txt': article(11),
};

const CHANGED = { section: 'Country' };
const SECOND: Readonly<Record<string, Page>> = {
  ...FIRST,
  '01-edited.txt': article(1, { ...CHANGED, byline: 'John Roe', media: picture('71') }),
  '03-drafted.txt': article(3, CHANGED),
  '04-changed.txt': article(4, { ...CHANGED, kicker: 'Trade', date: '8 August 2003', media: picture('75') }),
  '08-other.txt': article(8, CHANGED),
  '09-late.txt': article(9, CHANGED),
  '10-version.txt': article(61, { legacyId: '1006' }),
  '12-version.txt': article(62, { legacyId: '1006' }),
  '13-new.txt': article(13, { media: picture('83') }),
};

jest.setTimeout(300_000);

eachDatabase('rolling an import back', (kind) => {
  let empty: TestDatabase;
  let before: Comparable;
  let folder: TemporaryFolder;
  let profile: string;
  const used: TestDatabase[] = [];

  const dump = (name: string) => path.join(folder.path, name, 'gazette');
  const run = async (database: TestDatabase, name: string) =>
    importDumps(database, ['--profile', profile, dump(name)], { env: ENV });
  const undo = async (database: TestDatabase, job: number): Promise<Record<string, number>> => {
    const { code, stdout, stderr } = await runCommand(['rollback', String(job), '--json'], {
      env: { ...database.env, ...ENV },
    });
    if (code !== 0) throw new Error(stderr);
    return (JSON.parse(stdout) as { undone: Record<string, number> }).undone;
  };
  const fresh = async (): Promise<TestDatabase> => {
    const database = await copyDatabase(empty);
    used.push(database);
    return database;
  };
  const articles = async (database: TestDatabase, number: number): Promise<Row[]> =>
    database.rows(
      `SELECT * FROM articles WHERE legacy_id = '${String(1000 + number)}' ORDER BY published_at IS NOT NULL`,
    );
  const expectAsBefore = async (database: TestDatabase) => {
    expect(differences(before, await comparable(database), MEMORY)).toEqual([]);
  };

  beforeAll(async () => {
    folder = await temporaryFolder();
    profile = await writeProfile(folder.path);
    await writeDump(dump('first'), FIRST);
    await writeDump(dump('moved'), FIRST);
    await writeDump(dump('second'), SECOND);
    empty = await preparedDatabase(kind);
    before = await comparable(empty);
  });
  afterAll(async () => {
    for (const database of [empty, ...used]) await database.drop();
    await folder.remove();
  });

  it('leaves the database as it was where nobody touched anything, and can be imported again', async () => {
    const database = await fresh();
    const first = await run(database, 'first');
    expect(outcomesOf(first)).toEqual({ created: 9, updated: 1, duplicate: 1 });
    const written = await comparable(database);
    expect(differences(before, written, MEMORY).length).toBeGreaterThan(5);
    const undone = await undo(database, first.report.job);
    expect(undone).toMatchObject({ removed: 9, restored: 1 });
    await expectAsBefore(database);

    const again = await run(database, 'first');
    expect(outcomesOf(again)).toEqual(outcomesOf(first));
    const jobless = ({ articles: rows = [] }: Comparable) =>
      rows.map((row) => row.replace(/"import_job":\d+/, '').replace(/articles-\d+/, ''));
    expect(jobless(await comparable(database))).toEqual(jobless(written));
  });

  it('takes changes back first and creations then', async () => {
    const database = await fresh();
    const first = await run(database, 'first');
    const after = await comparable(database);
    const second = await run(database, 'second');
    expect(outcomesOf(second)).toMatchObject({ created: 1, unchanged: 4, duplicate: 1 });
    const undone = await undo(database, second.report.job);
    expect(undone).toMatchObject({ removed: 1 });
    expect(undone['staysEdited']).toBeUndefined();
    expect(undone['staysImportedAgain']).toBeUndefined();
    expect(differences(after, await comparable(database), MEMORY)).toEqual([]);
    await undo(database, first.report.job);
    await expectAsBefore(database);
  });

  it('leaves alone what a later job imported again, until that one is rolled back', async () => {
    const database = await fresh();
    const first = await run(database, 'first');
    const moved = await run(database, 'moved');
    expect(outcomesOf(moved)['created']).toBeUndefined();
    const second = await run(database, 'second');
    const undone = await undo(database, first.report.job);
    expect(undone['staysImportedAgain']).toBeGreaterThan(4);
    expect(await articles(database, 4)).toHaveLength(2);
    // The files that are as they were can be imported again without doubling anything.
    const again = await run(database, 'second');
    expect(outcomesOf(again)['updated']).toBeUndefined();
    await undo(database, again.report.job);
    await undo(database, second.report.job);
    expect((await articles(database, 4))[0]).toMatchObject({ section: 'Town' });
  });

  it('forgets a job that found nothing new, so that the one before it can still be rolled back', async () => {
    const database = await fresh();
    const first = await run(database, 'first');
    const moved = await run(database, 'moved');
    await undo(database, moved.report.job);
    await undo(database, first.report.job);
    await expectAsBefore(database);
  });

  it('keeps an article of which a person changed something that no import writes', async () => {
    const database = await fresh();
    const first = await run(database, 'first');
    const documentId = String((await articles(database, 4))[0]?.['document_id']);
    const site = await bootSite({ database });
    await site.strapi.documents(ARTICLE).update({ documentId, locale: 'en', data: { tags: ['harbour'] } });
    await site.close();
    const second = await run(database, 'second');
    expect((await articles(database, 4))[0]).toMatchObject({ section: 'Country' });

    await undo(database, second.report.job);
    const undone = await undo(database, first.report.job);
    expect(undone['staysEdited']).toBe(1);
    expect(await articles(database, 4)).toHaveLength(2);
    expect((await articles(database, 4))[0]).toMatchObject({ section: 'Town' });
  });

  it('keeps what people did before, between and after two imports', async () => {
    const database = await fresh();
    const first = await run(database, 'first');
    const ids = new Map<number, string>();
    for (let n = 1; n < 14; n += 1) ids.set(n, String((await articles(database, n))[0]?.['document_id']));
    const own = (number: number) => ({ documentId: ids.get(number) ?? '', locale: 'en' });
    const site = await bootSite({ database });
    const documents = site.strapi.documents(ARTICLE);
    await documents.update({ ...own(1), data: { byline: 'The editor' } });
    await documents.publish(own(1));
    await documents.delete(own(2));
    await documents.update({ ...own(3), data: { byline: 'Half a name' } });
    await documents.unpublish(own(11));
    await site.close();

    const second = await run(database, 'second');
    expect(outcomesOf(second)).toMatchObject({ created: 1, kept: 2 });
    expect((await articles(database, 3)).map((row) => row['section'])).toEqual(['Country', 'Country']);
    const later = await bootSite({ database });
    await later.strapi.documents(ARTICLE).update({ ...own(9), data: { section: 'Sport' } });
    await later.strapi.documents(ARTICLE).publish(own(9));
    await later.close();

    const changes = await undo(database, second.report.job);
    expect(changes).toMatchObject({ removed: 1, staysEdited: 1, wasGone: 1 });
    expect(await articles(database, 1)).toEqual([
      expect.objectContaining({ byline: 'The editor', section: 'Town' }),
      expect.objectContaining({ byline: 'The editor', section: 'Town' }),
    ]);
    expect(await articles(database, 2)).toEqual([]);
    expect((await articles(database, 3)).map((row) => [row['byline'], row['section']])).toEqual([
      ['Half a name', 'Town'],
      ['Jane Roe', 'Town'],
    ]);
    for (const row of await articles(database, 4)) {
      expect(row).toMatchObject({ section: 'Town', kicker: null, date_edtf: '2002-07-03' });
    }
    expect((await articles(database, 9)).map((row) => row['section'])).toEqual(['Sport', 'Sport']);
    expect(await articles(database, 13)).toEqual([]);

    const creations = await undo(database, first.report.job);
    expect(creations).toMatchObject({ staysEdited: 4, wasGone: 1, removed: 4 });
    const rest = await database.rows('SELECT DISTINCT legacy_id FROM articles ORDER BY legacy_id');
    expect(rest.map((row) => row['legacy_id'])).toEqual(['1001', '1003', '1009', '1011']);
    expect((await articles(database, 3)).map((row) => row['byline'])).toEqual(['Half a name', 'Jane Roe']);
    // What the articles that stay use stays too.
    const media = await database.rows('SELECT legacy_id FROM media_items ORDER BY legacy_id');
    expect(media.map((row) => row['legacy_id'])).toEqual(['71']);
    expect(await database.rows('SELECT id FROM sources')).toHaveLength(1);
    expect(await database.rows('SELECT id FROM archive_eras')).toHaveLength(1);
  });

  it('keeps an edited source, era and media item that nothing uses', async () => {
    const database = await fresh();
    const { report } = await run(database, 'first');
    const site = await bootSite({ database });
    for (const uid of ['api::source.source', 'plugin::archive.era', 'api::media-item.media-item'] as const) {
      const documents = site.strapi.documents(uid as 'api::source.source');
      const [one] = await documents.findMany({ limit: 1 });
      await documents.update({ documentId: one?.documentId ?? '', data: {} });
    }
    await site.close();
    const undone = await undo(database, report.job);
    expect(undone).toMatchObject({ removed: 9, recordStays: 3 });
    for (const table of ['sources', 'archive_eras', 'media_items']) {
      expect(await database.rows(`SELECT id FROM ${table}`)).toHaveLength(1);
    }
  });

  it('goes on where a roll-back was killed', async () => {
    const database = await fresh();
    const { report } = await run(database, 'first');
    const args = ['rollback', String(report.job)];
    let killed = 0;
    for (let rows = 2; killed < 3; rows += 2) {
      const command = startCommand(args, { env: { ...database.env, ...ENV } });
      let over = false;
      void command.ended.then(() => (over = true));
      const undone = `SELECT id FROM archive_ledger WHERE undo IS NOT NULL`;
      while (!over && (await database.rows(undone)).length < rows);
      command.signal('SIGKILL');
      if ((await command.ended).signal !== 'SIGKILL') break;
      killed += 1;
    }
    const [job] = await database.rows('SELECT state FROM archive_import_jobs ORDER BY id DESC LIMIT 1');
    expect(job).toEqual({ state: 'rollingBack' });
    expect(await undo(database, report.job)).toMatchObject({ removed: 9, restored: 1 });
    await expectAsBefore(database);
  });
});
