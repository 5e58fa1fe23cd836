import { copyFile, stat } from 'node:fs/promises';
import path from 'node:path';

import { importDumps, type ImportReport } from '../harness/import-dumps';
import { writeDump, writeProfile } from '../harness/invented-paper';
import { describeWith } from '../harness/requirement';
import { runCommand } from '../harness/run-command';
import { temporaryFolder } from '../harness/temporary-folder';
import { copyDatabase } from './copy-database';
import { article, writeFirst } from './gazette';
import { preparedDatabase } from './prepared-database';
import { mountSmallDisk, smallDisk } from './small-disk';

jest.setTimeout(300_000);

const reportOf = (stdout: string) => JSON.parse(stdout) as ImportReport & { reason: string | null };

/** What a command said on stderr besides how far it was. */
const faultsIn = (stderr: string) => stderr.replace(/^.* records.*\n/gm, '');

describeWith(smallDisk(), 'a disk that fills up', () => {
  it('pauses the job with the reason; with more room it goes on and the ledger closes', async () => {
    const folder = await temporaryFolder();
    const disk = mountSmallDisk(64);
    try {
      const profile = await writeProfile(folder.path);
      const small = await preparedDatabase('sqlite');
      await importDumps(small, ['--profile', profile, await writeFirst(path.join(folder.path, 'small'), 1)]);
      const original = await copyDatabase(small);
      const file = path.join(disk.path, 'data.db');
      await copyFile(original.env['DATABASE_FILENAME'] ?? '', file);
      const size = Math.ceil((await stat(file)).size / 1024 / 1024) + 3;
      disk.resize(size);
      const env = { ...original.env, DATABASE_FILENAME: file };

      const body = 'The clerk of the harbour office read the paper aloud before the ferry left. '.repeat(200);
      const pages = Object.fromEntries(
        Array.from({ length: 200 }, (_, n) => [
          `${1000 + n}.txt`,
          article(500 + n, { body: `${body} ${n}` }),
        ]),
      );
      const dump = await writeDump(path.join(folder.path, 'large'), pages);
      const args = ['import', '--json', '--skip-space-check', '--profile', profile, dump];
      const full = await runCommand(args, { env: { ...env, ARCHIVE_BATCH_RECORDS: '10' } });
      expect([full.code, faultsIn(full.stderr)]).toEqual([2, '']);
      const report = reportOf(full.stdout);
      expect(report.state).toBe('paused');
      expect(report.reason).toMatch(
        /^The disk of the database is full \(SQLITE_\w+\)\. Make room\. Then resume\.$/,
      );
      expect(report.records).toBeGreaterThan(0);
      expect(report.records).toBeLessThan(200);

      disk.resize(64);
      const done = await runCommand(['resume', String(report.job), '--json'], { env });
      expect(faultsIn(done.stderr)).toBe('');
      expect(reportOf(done.stdout)).toMatchObject({
        state: 'completed',
        records: 200,
        outcomes: { created: 200 },
      });
      await original.drop();
      await small.drop();
    } finally {
      disk.remove();
      await folder.remove();
    }
  });

  it('is seen before the import begins, which then says what it needs and what there is', async () => {
    const folder = await temporaryFolder();
    const disk = mountSmallDisk(64);
    const small = await preparedDatabase('sqlite');
    try {
      const file = path.join(disk.path, 'data.db');
      const original = await copyDatabase(small);
      await copyFile(original.env['DATABASE_FILENAME'] ?? '', file);
      const env = { ...original.env, DATABASE_FILENAME: file };
      disk.resize(Math.ceil((await stat(file)).size / 1024 / 1024) + 2);
      const body = 'The clerk of the harbour office read the paper aloud before the ferry left. '.repeat(200);
      const pages = Object.fromEntries(
        Array.from({ length: 200 }, (_, n) => [`${n}.txt`, article(n, { body: `${body} ${n}` })]),
      );
      const dump = await writeDump(path.join(folder.path, 'large'), pages);
      const profile = await writeProfile(folder.path);
      const refused = await runCommand(['import', '--profile', profile, dump], { env });
      expect([refused.code, refused.stdout]).toEqual([2, '']);
      expect(refused.stderr).toMatch(/Expected: about \d+ records, .* of database \(.* free\), .* of time/);
      expect(refused.stderr).toMatch(
        /needs \d.* of space .* there are \d.* free\. Make room, or import anyway/,
      );
      const status = await runCommand(['status', '1', '--json'], { env });
      expect(JSON.parse(status.stdout)).toMatchObject({ state: 'failed', recordsRead: 0 });
      await original.drop();
    } finally {
      await small.drop();
      disk.remove();
      await folder.remove();
    }
  });
});
