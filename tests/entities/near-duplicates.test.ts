import path from 'node:path';

import { bootSite } from '../harness/boot-site';
import { createDatabase, eachDatabase } from '../harness/databases';
import { importDumps, outcomesOf } from '../harness/import-dumps';
import { writeDump, writeProfile, type Page } from '../harness/invented-paper';
import { ledgerOf } from '../harness/ledger';
import { runCommand } from '../harness/run-command';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import type { TestDatabase } from '../harness/test-database';

const ARTICLE = 'api::article.article';

/** A story of 120 words that never repeat; `at` keeps it apart from the others. */
const story = (at: number, more = ''): string => {
  const words = Array.from({ length: 120 }, (_, word) => `thing${String(at * 1000 + word)}`);
  return `HOLLIN - The ${words.slice(0, 60).join(' ')}.\n\n${words.slice(60).join(' ')}.${more}`;
};
const page = (title: string, legacyId: string, body: string, date = '3 July 2002'): Page => ({
  title,
  legacyId,
  body,
  date,
});

const FIRST = {
  '1.txt': page('The harbour is closed', '1', story(1)),
  '2.txt': page('The mill is sold', '2', story(2)),
};
const SECOND = {
  '3.txt': page(
    'The harbour closes',
    '3',
    story(1, ' The clerk added a line about the closing.'),
    '4 July 2002',
  ),
  '4.txt': page('The harbour was closed', '4', story(1, ' So it was.'), '9 August 2005'),
  '5.txt': page('The fair is early', '5', story(5)),
};

jest.setTimeout(300_000);

/** Found after the last record of a job, among its own articles and those of every job before it. */
eachDatabase('near-duplicates', (kind) => {
  let empty: TestDatabase;
  let folder: TemporaryFolder;
  let profile: string;

  const run = async (database: TestDatabase, box: string, options: readonly string[] = []) =>
    importDumps(database, ['--profile', profile, ...options, path.join(folder.path, box)]);
  /** Legacy ID of a version's rows, draft and published, of its original's, and the reason. */
  const variants = async (database: TestDatabase) =>
    (
      await database.rows(
        `SELECT a.legacy_id AS variant, o.legacy_id AS original, a.variant_reason AS reason,
           CASE WHEN (a.published_at IS NULL) = (o.published_at IS NULL) THEN 'alike' ELSE 'mixed' END AS rows
         FROM articles_variant_of_lnk l JOIN articles a ON a.id = l.article_id JOIN articles o ON o.id = l.inv_article_id
         ORDER BY a.legacy_id, a.id`,
      )
    ).map((row) => Object.values(row).join(' '));
  const fresh = async (): Promise<TestDatabase> => {
    const database = await createDatabase(kind);
    await (await bootSite({ database })).close();
    await run(database, 'first');
    return database;
  };

  beforeAll(async () => {
    folder = await temporaryFolder();
    profile = await writeProfile(folder.path);
    await writeDump(path.join(folder.path, 'first'), FIRST);
    await writeDump(path.join(folder.path, 'second'), SECOND);
    empty = await fresh();
  });
  afterAll(async () => {
    await empty.drop();
    await folder.remove();
  });

  it('are linked to the first of their cluster, with the reason; what a person parts stays parted', async () => {
    const database = empty;
    expect(await variants(database)).toEqual([]);
    const { report } = await run(database, 'second');
    expect(report.outcomes).toMatchObject({ created: 3 });
    const found = [
      '3 1 update alike',
      '3 1 update alike',
      '4 1 republication alike',
      '4 1 republication alike',
    ];
    expect(await variants(database)).toEqual(found);

    const site = await bootSite({ database });
    const documents = site.strapi.documents(ARTICLE);
    const parted = await documents.findFirst({ filters: { legacyId: '3' } as never });
    const own = { documentId: parted?.documentId ?? '', locale: 'en' };
    await documents.update({ ...own, data: { variantOf: null } as never });
    await documents.publish(own);
    await site.close();
    await writeDump(path.join(folder.path, 'second'), { '3.txt': { ...SECOND['3.txt'], section: 'Town' } });
    expect(outcomesOf(await run(database, 'second'))).toEqual({ updated: 1, unchanged: 2 });
    expect(await variants(database)).toEqual(found.slice(2));
    await writeDump(path.join(folder.path, 'second'), SECOND);

    const rolledBack = await runCommand(['rollback', String(report.job)], { env: database.env });
    expect(rolledBack.code).toBe(0);
    expect(await database.rows('SELECT target FROM archive_signatures WHERE job <> 1')).toHaveLength(1);
  });

  it.each([
    ['quarantine', { created: 1, quarantined: 2 }],
    ['skip', { created: 1, duplicate: 2 }],
  ])('are taken back with %s, and the ledger closes', async (how, outcomes) => {
    const database = await fresh();
    const { report } = await run(database, 'second', ['--near-duplicates', how]);
    expect(outcomesOf({ report } as never)).toEqual(outcomes);
    const ledger = await ledgerOf(database, report.job);
    expect(ledger.filter((row) => row.reason === 'near-duplicate').map((row) => row.dumpPath)).toEqual([
      'second/3.txt',
      'second/4.txt',
    ]);
    const left = await database.rows(
      'SELECT legacy_id FROM articles WHERE published_at IS NULL ORDER BY legacy_id',
    );
    expect(left.map((row) => row['legacy_id'])).toEqual(['1', '2', '5']);
    expect(await database.rows(`SELECT id FROM archive_mention_articles`)).toHaveLength(3);
    if (how === 'skip') {
      const again = await run(database, 'second', ['--near-duplicates', how]);
      expect(outcomesOf(again)).toEqual({ duplicate: 2, unchanged: 1 });
    }
    await database.drop();
  });
});
