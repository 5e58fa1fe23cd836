import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { importDumps, outcomesOf } from '../harness/import-dumps';
import { pageText, writeDump, writeProfile } from '../harness/invented-paper';
import { ledgerOf } from '../harness/ledger';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import type { TestDatabase } from '../harness/test-database';
import { article } from './gazette';
import { preparedDatabase } from './prepared-database';

describe('a page that takes too long', () => {
  let database: TestDatabase;
  let folder: TemporaryFolder;

  beforeAll(async () => {
    folder = await temporaryFolder();
    database = await preparedDatabase('sqlite');
  });
  afterAll(async () => {
    await database.drop();
    await folder.remove();
  });

  it('is quarantined after --record-timeout, and the others are imported', async () => {
    const pages = Object.fromEntries([1, 2, 4, 5].map((n) => [`${n}.txt`, article(n)]));
    const dump = await writeDump(path.join(folder.path, 'gazette'), pages);
    const paragraph = 'President Adan Berit of the Belmarra Party spoke in Hollin on 3 July 2002.\n\n';
    const huge = pageText({ title: 'The longest notice', body: paragraph.repeat(150_000) });
    await writeFile(path.join(dump, '3.txt'), huge);
    const profile = await writeProfile(folder.path);
    const done = await importDumps(database, ['--profile', profile, '--record-timeout', '250ms', dump]);
    expect(done.code).toBe(1);
    expect(done.report.state).toBe('completedWithIssues');
    expect(outcomesOf(done)).toEqual({ created: 4, quarantined: 1 });
    const rows = await ledgerOf(database, done.report.job);
    expect(rows.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['created', null],
      ['created', null],
      ['quarantined', 'parse-timeout'],
      ['created', null],
      ['created', null],
    ]);
  });
});
