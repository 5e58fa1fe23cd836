import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { eachDatabase } from '../harness/databases';
import { importDumps, outcomesOf, type ImportReport } from '../harness/import-dumps';
import { PROFILE, writeDump, writeProfile } from '../harness/invented-paper';
import { runCommand } from '../harness/run-command';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import type { TestDatabase } from '../harness/test-database';
import { article, LONG_TITLE, writeFirst } from './gazette';
import { preparedDatabase } from './prepared-database';
import { putTimeBack } from './put-time-back';
import { startCommand, type RunningCommand } from './start-command';

/** One record a batch: a job of 1,000 is slow enough to be met half-way by a command that starts after it. */
const SLOW = { ARCHIVE_BATCH_RECORDS: '1' };
const COUNT = 1000;

jest.setTimeout(300_000);

eachDatabase('the life of a job', (kind) => {
  let database: TestDatabase;
  let folder: TemporaryFolder;
  let profile: string;

  const command = (args: readonly string[]) => runCommand(args, { env: database.env });
  const start = (args: readonly string[]) => startCommand(args, { env: { ...database.env, ...SLOW } });
  const importing = (dump: string) => start(['import', '--json', '--profile', profile, dump]);
  const dumpOf = (name: string, count = COUNT) => writeFirst(path.join(folder.path, name), count);

  async function newest(): Promise<{ id: number; state: string; records: number }> {
    const [row] = await database.rows(
      'SELECT id, state, records_read FROM archive_import_jobs ORDER BY id DESC LIMIT 1',
    );
    return { id: Number(row?.['id']), state: String(row?.['state']), records: Number(row?.['records_read']) };
  }

  /** The number of the job that the command has begun, once it has written some records. */
  async function underway(running: RunningCommand, after: number): Promise<number> {
    let over = false;
    void running.ended.then(() => (over = true));
    for (let job = await newest(); ; job = await newest()) {
      if (job.id > after && job.state === 'running' && job.records > 2) return job.id;
      if (over) throw new Error(`It ended too early: ${running.said()}`);
    }
  }

  const reportOf = (stdout: string) => JSON.parse(stdout) as ImportReport & { reason: string | null };

  beforeAll(async () => {
    folder = await temporaryFolder();
    profile = await writeProfile(folder.path);
    database = await preparedDatabase(kind);
    const first = await importDumps(database, ['--profile', profile, await dumpOf('start', 1)]);
    expect(first.report.job).toBe(1);
  });
  afterAll(async () => {
    await database.drop();
    await folder.remove();
  });

  it.each(['SIGINT', 'SIGTERM', 'pause'] as const)('pauses on %s and goes on to the end', async (how) => {
    const dump = await writeDump(path.join(folder.path, how), pagesFrom(how.length * 1000));
    const running = importing(dump);
    const job = await underway(running, (await newest()).id);
    if (how === 'pause') {
      const { code, stdout } = await command(['pause', String(job)]);
      expect([code, stdout]).toEqual([0, expect.stringContaining(`Job ${job} will pause`)]);
    } else running.signal(how);
    const { code, stdout } = await running.ended;
    expect(code).toBe(2);
    const paused = reportOf(stdout);
    expect(paused.state).toBe('paused');
    expect(paused.reason).toMatch(how === 'pause' ? /^Paused by a person/ : /told to stop/);
    expect(paused.records).toBeLessThan(COUNT);

    const status = await command(['status', String(job)]);
    expect(status.stdout).toContain(`Import job ${job}, paused`);
    expect(status.stdout).toContain(paused.reason);

    const resumed = await command(['resume', String(job), '--json']);
    expect(resumed.code).toBe(0);
    expect(reportOf(resumed.stdout)).toMatchObject({ state: 'completed', records: COUNT });
    const again = await command(['resume', String(job)]);
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('nothing to resume')]);
    const rows = await database.rows(`SELECT dump_path FROM archive_ledger WHERE job = ${job}`);
    expect(new Set(rows.map((row) => row['dump_path'])).size).toBe(COUNT);
    expect(rows).toHaveLength(COUNT);
  });

  it('is cancelled for good; what it imported stays', async () => {
    const dump = await writeDump(path.join(folder.path, 'cancelled'), pagesFrom(20_000));
    const running = importing(dump);
    const job = await underway(running, (await newest()).id);
    expect((await command(['cancel', String(job)])).code).toBe(0);
    const { code, stdout } = await running.ended;
    const report = reportOf(stdout);
    expect([code, report.state]).toEqual([2, 'cancelled']);
    const rows = await database.rows(`SELECT id FROM articles WHERE import_job = ${job}`);
    expect(rows).toHaveLength(2 * report.records);
    const resumed = await command(['resume', String(job)]);
    expect([resumed.code, resumed.stderr]).toEqual([2, expect.stringContaining('cancelled')]);
  });

  it('waits while another one writes, then runs; nothing is doubled', async () => {
    const dump = await writeDump(path.join(folder.path, 'twice'), pagesFrom(30_000));
    const before = (await newest()).id;
    const first = importing(dump);
    await underway(first, before);
    const second = importing(dump);
    await second.says('waits: another job is writing');
    const waiting = await newest();
    expect(waiting).toMatchObject({ id: before + 2, state: 'queued', records: 0 });
    const [one, two] = await Promise.all([first.ended, second.ended]);
    expect([one.code, two.code]).toEqual([0, 0]);
    expect(reportOf(one.stdout).outcomes['created']).toBe(COUNT);
    expect(reportOf(two.stdout).outcomes['unchanged']).toBe(COUNT);
    const titles = await database.rows(
      'SELECT legacy_id FROM articles WHERE published_at IS NULL GROUP BY legacy_id HAVING count(*) > 1',
    );
    expect(titles).toEqual([]);
  });

  it('can be stopped while it waits, and be resumed', async () => {
    const dump = await writeDump(path.join(folder.path, 'queued'), pagesFrom(40_000));
    const before = (await newest()).id;
    const first = importing(dump);
    await underway(first, before);
    const second = importing(dump);
    await second.says('waits: another job is writing');
    second.signal('SIGINT');
    const stopped = await second.ended;
    expect([stopped.code, reportOf(stopped.stdout).state]).toEqual([2, 'paused']);
    await first.ended;
    const resumed = await command(['resume', String(before + 2), '--json']);
    expect(reportOf(resumed.stdout)).toMatchObject({ state: 'completed', records: COUNT });
  });

  it('lists jobs and prints the ledger, filtered, as NDJSON and as CSV that runs no formula', async () => {
    const dump = await writeDump(path.join(folder.path, 'ledger'), {
      '1.txt': article(50_001, { title: '=1+1 is what the clerk said' }),
      '2.txt': article(50_002, { title: '@noon the gates close, "at last", he said' }),
      '3.txt': article(50_003, { title: LONG_TITLE }),
      '4.txt': '',
    });
    const done = await importDumps(database, ['--profile', profile, dump]);
    expect(done.code).toBe(1);
    const job = String(done.report.job);

    const jobs = await command(['jobs']);
    expect(jobs.stdout).toMatch(new RegExp(`^${job} +completed with issues +4 +2 +2 `, 'm'));
    const listed = (await command(['jobs', '--json'])).lines as ImportReport[];
    expect(listed[0]).toMatchObject({ job: done.report.job, records: 4 });
    expect(listed.at(-1)).toMatchObject({ job: 1 });

    const all = (await command(['ledger', job])).lines as Record<string, unknown>[];
    expect(all.map((line) => [line['dumpPath'], line['outcome']])).toEqual([
      ['ledger/1.txt', 'created'],
      ['ledger/2.txt', 'created'],
      ['ledger/3.txt', 'quarantined'],
      ['ledger/4.txt', 'rejected'],
    ]);
    const filtered = async (...filter: string[]) =>
      ((await command(['ledger', job, ...filter])).lines as Record<string, unknown>[]).length;
    expect(await filtered('--outcome', 'created,rejected')).toBe(3);
    expect(await filtered('--reason', 'file-empty')).toBe(1);
    expect(await filtered('--outcome', 'updated')).toBe(0);
    const unknown = await command(['ledger', job, '--outcome', 'lost']);
    expect([unknown.code, unknown.stderr]).toEqual([
      2,
      expect.stringContaining('There is no outcome "lost"'),
    ]);

    const csv = await command(['ledger', job, '--format', 'csv', '--outcome', 'created']);
    const lines = csv.stdout.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^id,job,dumpPath,/);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain(",'=1+1 is what the clerk said,");
    expect(lines[2]).toContain(`,"'@noon the gates close, ""at last"", he said",`);
  });

  it('reads only the refused records again after the encoding was named', async () => {
    // 0x93 0x94 are quotes in windows-1252 and nothing in UTF-16, by which the page was misread.
    const dump = await writeDump(path.join(folder.path, 'encoded'), {
      '1.txt': article(60_001),
      '2.txt': article(60_002, { title: LONG_TITLE }),
    });
    const text = Buffer.from(`Notice in quotes | QUARROW LANTERN Archive 1990 - 2010\nArticle ID: 60003\n\n`);
    const body = Buffer.from(
      'HOLLIN - He said \x93yes\x94 to the clerk and went home by the ferry.\n',
      'latin1',
    );
    await writeFile(path.join(dump, '3.txt'), Buffer.concat([text, body]));
    const first = await importDumps(database, ['--profile', profile, '--encoding', 'utf-8', dump]);
    const refused = outcomesOf(first);
    expect(refused).toMatchObject({ created: 1 });
    expect((refused['quarantined'] ?? 0) + (refused['rejected'] ?? 0)).toBe(2);

    const retried = await command([
      'retry',
      String(first.report.job),
      '--encoding',
      'windows-1252',
      '--json',
    ]);
    expect(reportOf(retried.stdout)).toMatchObject({ records: 2 });
    expect(reportOf(retried.stdout).outcomes).toMatchObject({ created: 1, quarantined: 1, unchanged: 0 });
    const [row] = await database.rows("SELECT body FROM articles WHERE legacy_id = '60003'");
    expect(row?.['body']).toContain('“yes”');
  });

  it('reads the refused records again with the profile as it is now', async () => {
    const dump = await writeDump(path.join(folder.path, 'retitled'), {
      '1.txt': article(70_001),
      '2.txt':
        'Rubric: The well is deep\n\nThe well of the harbour office is deep, the clerk said on Monday.\n',
    });
    const strict = path.join(folder.path, 'strict.json');
    const own = { ...PROFILE, name: 'strict-lantern', language: 'en' };
    const boilerplate = [{ startsWith: 'Rubric:' }, { startsWith: 'The well' }];
    await writeFile(strict, JSON.stringify({ ...own, boilerplate }));
    const first = await importDumps(database, ['--profile', strict, dump]);
    expect(outcomesOf(first)).toMatchObject({ created: 1 });
    await writeFile(strict, JSON.stringify({ ...own, version: 2 }));
    const id = String(first.report.job);
    const retried = await command(['retry', id, '--profile', strict, '--json']);
    const report = reportOf(retried.stdout);
    expect(report).toMatchObject({ records: 1 });
    const none = await command(['retry', '1']);
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('no quarantined or rejected')]);
    expect(report.outcomes['created']).toBe(1);
  });

  it('stops at --limit, and takes locale, era, source and state from its options', async () => {
    const dump = await writeDump(path.join(folder.path, 'options'), pagesFrom(80_000, 5));
    const options = [
      '--limit',
      '3',
      '--locale',
      'ar',
      '--era',
      'The Green Box',
      '--source',
      'The Box Office',
    ];
    const done = await importDumps(database, ['--profile', profile, '--draft', ...options, dump]);
    expect(done.report).toMatchObject({ records: 3, outcomes: { created: 3 } });
    const rows = await database.rows(
      `SELECT a.locale, a.published_at, s.name AS source, e.name AS era FROM articles a
       JOIN articles_source_lnk sl ON sl.article_id = a.id JOIN sources s ON s.id = sl.source_id
       JOIN articles_era_lnk el ON el.article_id = a.id JOIN archive_eras e ON e.id = el.era_id
       WHERE a.import_job = ${done.report.job}`,
    );
    const named = { locale: 'ar', published_at: null, source: 'The Box Office', era: 'The Green Box' };
    expect(rows).toEqual([named, named, named]);
    const unknown = await command(['import', '--locale', 'xx', dump]);
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('no locale "xx"')]);
  });

  it('pauses where the file it stopped in was removed or changed, until that is put back', async () => {
    const dump = await writeDump(path.join(folder.path, 'moved'), pagesFrom(90_000));
    const running = importing(dump);
    const job = await underway(running, (await newest()).id);
    running.signal('SIGKILL');
    await running.ended;
    const checkpoint = await command(['status', String(job), '--json']);
    const { dumpPath } = (JSON.parse(checkpoint.stdout) as { checkpoint: { dumpPath: string } }).checkpoint;
    const file = path.join(path.dirname(dump), dumpPath);
    const [content, before] = [await readFile(file), await stat(file)];

    await rm(file);
    const gone = await command(['resume', String(job), '--json']);
    expect(gone.code).toBe(2);
    expect(reportOf(gone.stdout)).toMatchObject({
      state: 'paused',
      reason: expect.stringContaining('is gone'),
    });

    await writeFile(file, `${content.toString()} More.`);
    const changed = await command(['resume', String(job), '--json']);
    expect(changed.code).toBe(2);
    expect(reportOf(changed.stdout).state).toBe('paused');
    expect(reportOf(changed.stdout).reason).toContain(`${dumpPath} changed after`);

    await writeFile(file, content);
    await putTimeBack(file, before.mtimeMs);
    const done = await command(['resume', String(job), '--json']);
    expect(reportOf(done.stdout)).toMatchObject({ state: 'completed', records: COUNT });
    expect(reportOf(done.stdout).outcomes['created']).toBe(COUNT);
  });
});

function pagesFrom(start: number, count = COUNT) {
  return Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`${String(n).padStart(4, '0')}.txt`, article(start + n)]),
  );
}
