import { rm } from 'node:fs/promises';
import path from 'node:path';

import { bootSite } from '../harness/boot-site';
import { contentOf } from '../harness/content-of';
import { eachDatabase } from '../harness/databases';
import { importDumps, outcomesOf, type Import } from '../harness/import-dumps';
import { writeDump, writeProfile, type Page } from '../harness/invented-paper';
import { ledgerOf, type LedgerRow } from '../harness/ledger';
import { runCommand } from '../harness/run-command';
import { changedTables } from '../harness/snapshot';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import type { TestDatabase } from '../harness/test-database';
import { comparable, differences } from '../import-jobs/comparable';
import { copyDatabase } from '../import-jobs/copy-database';
import { preparedDatabase } from '../import-jobs/prepared-database';
import { page } from './deliveries';

const MEDIA = 'api::media-item.media-item';
/** What a roll-back leaves as the memory of what happened. */
const MEMORY = /^(archive_import_jobs|archive_ledger|archive_dump_files|archive_events|sqlite_sequence)$/;

const picture = (legacyId: string, caption: string, credit = 'R. Roe') => [{ legacyId, caption, credit }];
const quay = (caption: string): Page => page('The quay', { legacyId: '1', media: picture('71', caption) });
const mill = (caption: string): Page => page('The mill', { legacyId: '3', media: picture('72', caption) });
const bell = (caption: string): Page => page('The bell', { legacyId: '4', media: picture('73', caption) });

const FIRST = {
  '1.txt': quay('The quay at dawn'),
  '2.txt': page('The north quay', { legacyId: '2', media: picture('71', 'From the north', 'J. Doe') }),
  '3.txt': mill('The mill'),
  '4.txt': bell('The bell'),
};
const SECOND = {
  '1.txt': quay('The quay at dusk'),
  '3.txt': mill('The old mill'),
  '4.txt': bell('The bell tower'),
  '5.txt': page('The bell again', { legacyId: '5', media: picture('73', 'The bell') }),
  '6.txt': page('The third quay', { legacyId: '6', media: picture('71', 'From the south') }),
};

jest.setTimeout(300_000);

eachDatabase('captions of media items', (kind) => {
  let empty: TestDatabase;
  let folder: TemporaryFolder;
  let profile: string;
  const used: TestDatabase[] = [];

  const fresh = async (of: TestDatabase): Promise<TestDatabase> => {
    const database = await copyDatabase(of);
    used.push(database);
    return database;
  };
  /** The same box every time, with these pages and no others. */
  const run = async (database: TestDatabase, pages: Readonly<Record<string, Page>>, named = profile) => {
    const box = path.join(folder.path, 'box');
    await rm(box, { recursive: true, force: true });
    await writeDump(box, pages);
    return importDumps(database, ['--profile', named, box], { env: { ARCHIVE_BATCH_RECORDS: '3' } });
  };
  const rowFor = async (database: TestDatabase, done: Import, file: string) => {
    const rows = await ledgerOf(database, done.report.job);
    return rows.find(({ dumpPath }) => dumpPath === `box/${file}`) as LedgerRow;
  };
  const undo = async (database: TestDatabase, job: number) => {
    const { code, stderr } = await runCommand(['rollback', String(job)], { env: database.env });
    expect([code, stderr.includes('fault')]).toEqual([0, false]);
  };
  /** In order, by legacy ID. */
  const captions = async (database: TestDatabase): Promise<Record<string, string[]>> => {
    const rows = await database.rows(
      `SELECT m.legacy_id, c.text, c.language FROM media_items m
       JOIN media_items_cmps l ON l.entity_id = m.id AND l.field = 'captions'
       JOIN components_archive_captions c ON c.id = l.cmp_id ORDER BY m.legacy_id, l."order"`,
    );
    const found: Record<string, string[]> = {};
    for (const row of rows) {
      (found[String(row['legacy_id'])] ??= []).push(`${String(row['language'])}: ${String(row['text'])}`);
    }
    return found;
  };

  beforeAll(async () => {
    folder = await temporaryFolder();
    profile = await writeProfile(folder.path);
    empty = await preparedDatabase(kind);
  });
  afterAll(async () => {
    for (const database of [empty, ...used]) await database.drop();
    await folder.remove();
  });

  it('of several articles stand side by side; another credit is told', async () => {
    const database = await fresh(empty);
    const done = await run(database, FIRST);
    expect(outcomesOf(done)).toEqual({ created: 4 });
    expect(await captions(database)).toEqual({
      71: ['en: The quay at dawn', 'en: From the north'],
      72: ['en: The mill'],
      73: ['en: The bell'],
    });
    const row = await rowFor(database, done, '2.txt');
    expect(row.changes).toMatchObject([
      { field: 'captions', kept: false, before: null, after: { text: 'From the north', language: 'en' } },
    ]);
    const told = row.issues.find(({ code }) => code === 'media-differs');
    expect(told?.found).toMatch(/^credit of \w+: R\. Roe, not J\. Doe$/);

    const arabic = await writeProfile(folder.path, 'ar');
    const page = quay('الرصيف عند الفجر');
    await run(
      database,
      { '7.txt': { ...page, legacyId: '7', body: 'عاد عمال العبارات إلى العمل يوم الاثنين.' } },
      arabic,
    );
    expect((await captions(database))['71']?.at(-1)).toBe('ar: الرصيف عند الفجر');
  });

  it("are corrected by the article that gave them; an editor's stay, and nothing is written twice", async () => {
    const database = await fresh(empty);
    await run(database, FIRST);
    const site = await bootSite({ database });
    const documents = site.strapi.documents(MEDIA);
    const edit = async (legacyId: string, list: { text: string; language: string }[]) => {
      const item = await documents.findFirst({ filters: { legacyId } });
      await documents.update({ documentId: item?.documentId ?? '', data: { captions: list } as never });
    };
    await edit('72', [
      { text: 'The mill', language: 'en' },
      { text: 'By the editor', language: 'en' },
    ]);
    await edit('73', [{ text: 'The cracked bell', language: 'en' }]);
    await site.close();
    const before = await comparable(database);

    const done = await run(database, SECOND);
    expect(outcomesOf(done)).toEqual({ created: 2, updated: 2, kept: 1 });
    const now = {
      71: ['en: The quay at dusk', 'en: From the north', 'en: From the south'],
      72: ['en: The old mill', 'en: By the editor'],
      73: ['en: The cracked bell'],
    };
    expect(await captions(database)).toEqual(now);
    expect((await rowFor(database, done, '4.txt')).changes).toMatchObject([
      { field: 'captions', kept: true, after: { text: 'The bell tower' } },
    ]);
    expect((await rowFor(database, done, '5.txt')).changes).toMatchObject([
      { field: 'captions', kept: true, before: null, after: { text: 'The bell' } },
    ]);

    const written = await contentOf(database);
    expect(outcomesOf(await run(database, SECOND))).toEqual({ unchanged: 5 });
    expect(changedTables(written, await contentOf(database))).toEqual([]);

    await undo(database, done.report.job);
    expect(differences(before, await comparable(database), MEMORY)).toEqual([]);
  });

  it('go with the import that brought them, and stay where a person changed them since', async () => {
    const database = await fresh(empty);
    const before = await comparable(database);
    const done = await run(database, FIRST);
    await undo(database, done.report.job);
    expect(differences(before, await comparable(database), MEMORY)).toEqual([]);

    await run(database, FIRST);
    const second = await run(database, SECOND);
    const site = await bootSite({ database });
    const documents = site.strapi.documents(MEDIA);
    const item = await documents.findFirst({ filters: { legacyId: '72' } });
    const data = { captions: [{ text: 'By the editor', language: 'en' }] };
    await documents.update({ documentId: item?.documentId ?? '', data: data as never });
    await site.close();
    await undo(database, second.report.job);
    expect(await captions(database)).toMatchObject({
      71: ['en: The quay at dawn', 'en: From the north'],
      72: ['en: By the editor'],
    });
  });
});
