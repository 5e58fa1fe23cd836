import { appendFileSync, chmodSync, readdirSync } from 'node:fs';
import { stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { eachDatabase } from '../harness/databases';
import { importDumps, type ImportReport } from '../harness/import-dumps';
import { writeProfile } from '../harness/invented-paper';
import { postgres } from '../harness/postgres-database';
import { describeWith } from '../harness/requirement';
import { runCommand } from '../harness/run-command';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import type { TestDatabase } from '../harness/test-database';
import { comparable, differences, type Comparable } from './comparable';
import { administer, copyDatabase, nameOf } from './copy-database';
import { databaseProxy } from './database-proxy';
import { writeFirst } from './gazette';
import { preparedDatabase } from './prepared-database';
import { putTimeBack } from './put-time-back';
import { startCommand, type RunningCommand } from './start-command';

const SLOW = { ARCHIVE_BATCH_RECORDS: '1' };
const COUNT = 150;
type Report = ImportReport & { reason: string | null };

jest.setTimeout(300_000);

const reportOf = (stdout: string) => JSON.parse(stdout) as Report;

/** What a command said on stderr besides how far it was. */
const faultsIn = (stderr: string) => stderr.replace(/^.* records.*\n/gm, '');

/** Waits until a job has read so many records. */
async function untilRead(database: TestDatabase, records: number, running: RunningCommand): Promise<number> {
  let over = false;
  void running.ended.then(() => (over = true));
  for (;;) {
    const [row] = await database.rows(
      'SELECT id, records_read FROM archive_import_jobs ORDER BY id DESC LIMIT 1',
    );
    if (Number(row?.['id'] ?? 0) > 1 && Number(row?.['records_read']) >= records) return Number(row?.['id']);
    if (over) throw new Error(`It ended too early: ${running.said()}`);
  }
}

eachDatabase('a dump that changes while it is read', (kind) => {
  let database: TestDatabase;
  let folder: TemporaryFolder;

  beforeAll(async () => {
    folder = await temporaryFolder();
    database = await preparedDatabase(kind);
  });
  afterAll(async () => {
    await database.drop();
    await folder.remove();
  });

  it('pauses the job with the reason, and goes on when the file is complete', async () => {
    const profile = await writeProfile(folder.path);
    const dump = await writeFirst(folder.path, 30);
    const file = path.join(dump, 'box-9.txt');
    await writeFile(file, '\0');
    await truncate(file, 400 * 1024 * 1024);
    const { mtimeMs } = await stat(file);

    const running = startCommand(['import', '--json', '--profile', profile, dump], { env: database.env });
    let over = false;
    void running.ended.then(() => (over = true));
    while (!over) {
      appendFileSync(file, '\0');
      await wait(2);
    }
    const { code, stdout } = await running.ended;
    expect(code).toBe(2);
    const report = reportOf(stdout);
    expect(report).toMatchObject({ state: 'paused', records: 30 });
    expect(report.reason).toBe('gazette/box-9.txt changed while it was read. Resume when it is complete.');

    await truncate(file, 1024);
    await putTimeBack(file, mtimeMs);
    const done = await runCommand(['resume', String(report.job), '--json'], { env: database.env });
    expect(reportOf(done.stdout)).toMatchObject({
      state: 'completedWithIssues',
      records: 31,
      outcomes: { created: 30, rejected: 1 },
    });
  });
});

/** A user that owns nothing. */
const NOBODY = 65_534;
const root = {
  name: 'root, who alone can run a command as somebody else',
  missing: process.getuid?.() === 0 ? null : 'These tests do not run as root.',
};

describeWith(root, 'a database file that may not be written', () => {
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

  it.each([
    ['the file', 0o777],
    ['its folder', 0o555],
  ])('is told in one line: %s', async (_what, folderMode) => {
    const profile = await writeProfile(folder.path);
    const dump = await writeFirst(folder.path, 2);
    await importDumps(database, ['--profile', profile, dump]);
    const file = database.env['DATABASE_FILENAME'] ?? '';
    chmodSync(path.dirname(file), 0o755);
    for (const name of readdirSync(path.dirname(file))) chmodSync(path.join(path.dirname(file), name), 0o444);
    chmodSync(path.dirname(file), folderMode);
    chmodSync(folder.path, 0o755);
    const result = await runCommand(['import', '--profile', profile, dump], {
      env: database.env,
      uid: NOBODY,
    });
    chmodSync(path.dirname(file), 0o755);
    expect(result.code).toBe(2);
    expect(result.stdout).toBe('');
    expect(result.stderr).toMatch(/may not be written|cannot be used/);
    expect(result.stderr).not.toMatch(/insert into|unexpected fault/);
    expect(faultsIn(result.stderr).trimEnd().split('\n')).toHaveLength(1);
  });
});

describeWith(postgres(), 'PostgreSQL that goes away and returns', () => {
  let base: TestDatabase;
  let folder: TemporaryFolder;
  let args: readonly string[];
  let expected: Comparable;

  beforeAll(async () => {
    folder = await temporaryFolder();
    const profile = await writeProfile(folder.path);
    args = ['import', '--json', '--profile', profile, await writeFirst(folder.path, COUNT)];
    base = await preparedDatabase('postgres');
    await importDumps(base, ['--profile', profile, await writeFirst(path.join(folder.path, 'small'), 1)]);
    const whole = await copyDatabase(base);
    await runCommand(args, { env: { ...whole.env, ...SLOW } });
    expected = await comparable(whole);
    await whole.drop();
  });
  afterAll(async () => {
    await base.drop();
    await folder.remove();
  });

  const kickOut = (database: TestDatabase) =>
    administer(
      database,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = '${nameOf(database)}' AND pid <> pg_backend_pid()`,
    );

  async function expectWhole(database: TestDatabase, running: RunningCommand): Promise<void> {
    const { code, stdout, stderr } = await running.ended;
    expect([code, faultsIn(stderr)]).toEqual([0, '']);
    expect(reportOf(stdout)).toMatchObject({ state: 'completed', records: COUNT });
    expect(differences(expected, await comparable(database))).toEqual([]);
    await database.drop();
  }

  it('is waited for where its connections are ended again and again', async () => {
    const database = await copyDatabase(base);
    const running = startCommand(args, { env: { ...database.env, ...SLOW } });
    await untilRead(database, 20, running);
    for (let time = 0; time < 20; time += 1) {
      await kickOut(database);
      await wait(50);
    }
    const [row] = await database.rows(
      'SELECT records_read FROM archive_import_jobs ORDER BY id DESC LIMIT 1',
    );
    expect(Number(row?.['records_read'])).toBeLessThan(COUNT);
    await expectWhole(database, running);
  });

  it('is waited for where it lets nobody in for some seconds', async () => {
    const database = await copyDatabase(base);
    const running = startCommand(args, { env: { ...database.env, ...SLOW } });
    await untilRead(database, 20, running);
    await administer(database, `ALTER DATABASE ${nameOf(database)} ALLOW_CONNECTIONS false`);
    await kickOut(database);
    await wait(3000);
    await administer(database, `ALTER DATABASE ${nameOf(database)} ALLOW_CONNECTIONS true`);
    await expectWhole(database, running);
  });

  it('is waited for where nobody answers at its address for some seconds', async () => {
    const database = await copyDatabase(base);
    const proxy = await databaseProxy(database);
    const running = startCommand(args, { env: { ...proxy.env, ...SLOW } });
    await untilRead(database, 20, running);
    await proxy.shut();
    await wait(2000);
    await proxy.open();
    await expectWhole(database, running);
    await proxy.shut();
  });

  it('pauses the job where it may only be read, and goes on when it may be written', async () => {
    const database = await copyDatabase(base);
    const name = nameOf(database);
    const running = startCommand(args, { env: { ...database.env, ...SLOW } });
    const job = await untilRead(database, 20, running);
    await administer(database, `ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    await kickOut(database);
    const { code, stdout } = await running.ended;
    expect(code).toBe(2);
    const report = reportOf(stdout);
    expect(report.state).toBe('paused');
    expect(report.reason).toBe(
      'The database may not be written (25006). Give the right to write. Then resume.',
    );
    await administer(database, `ALTER DATABASE ${name} RESET default_transaction_read_only`);
    const resumed = startCommand(['resume', String(job), '--json'], { env: { ...database.env, ...SLOW } });
    await expectWhole(database, resumed);
  });

  it('has a commit counted once of which the importer never heard', async () => {
    const database = await copyDatabase(base);
    const proxy = await databaseProxy(database);
    const running = startCommand(args, { env: { ...proxy.env, ...SLOW } });
    await untilRead(database, 20, running);
    proxy.loseCommits(5);
    await expectWhole(database, running);
    expect(proxy.lostCommits()).toBe(5);
    await proxy.shut();
  });

  it('has a commit counted once where the importer is killed behind it', async () => {
    const database = await copyDatabase(base);
    const proxy = await databaseProxy(database);
    const running = startCommand(args, { env: { ...proxy.env, ...SLOW } });
    const job = await untilRead(database, 20, running);
    proxy.loseCommits(1);
    while (proxy.lostCommits() === 0) await wait(1);
    running.signal('SIGKILL');
    await running.ended;
    await proxy.shut();
    const resumed = startCommand(['resume', String(job), '--json'], { env: { ...database.env, ...SLOW } });
    await expectWhole(database, resumed);
  });
});
