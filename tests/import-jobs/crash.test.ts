import { setTimeout as wait } from 'node:timers/promises';

import { eachDatabase } from '../harness/databases';
import { importDumps, outcomesOf, type Import } from '../harness/import-dumps';
import { writeProfile } from '../harness/invented-paper';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import type { TestDatabase } from '../harness/test-database';
import { comparable, differences, type Comparable } from './comparable';
import { copyDatabase } from './copy-database';
import { writeFirst, writeSecond } from './gazette';
import { preparedDatabase } from './prepared-database';
import { randomFrom } from './random';
import { startCommand, type RunningCommand } from './start-command';

const KILLS = 25;
const SEED = Number(process.env['CRASH_SEED'] ?? 20_050_617);
const ENV = { ARCHIVE_BATCH_RECORDS: '5' };

jest.setTimeout(600_000);

eachDatabase('an import that is killed', (kind) => {
  let base: TestDatabase;
  let folder: TemporaryFolder;
  let args: readonly string[];
  let whole: Import;
  let expected: Comparable;

  beforeAll(async () => {
    folder = await temporaryFolder();
    const profile = await writeProfile(folder.path);
    const dump = await writeFirst(folder.path, 60);
    args = ['--profile', profile, dump];
    base = await preparedDatabase(kind);
    await importDumps(base, args);
    await writeSecond(folder.path, 300);

    const again = await copyDatabase(base);
    whole = await importDumps(again, args, { env: ENV });
    expected = await comparable(again);
    await again.drop();
  });
  afterAll(async () => {
    await base.drop();
    await folder.remove();
  });

  it('has every outcome, and every table, to be compared', () => {
    expect(whole.report.state).toBe('completedWithIssues');
    expect(Object.values(whole.report.outcomes).reduce((sum, count) => sum + count, 0)).toBe(300);
    expect(Object.keys(outcomesOf(whole)).sort()).toEqual([
      'created',
      'duplicate',
      'quarantined',
      'rejected',
      'unchanged',
      'updated',
    ]);
    expect(Object.keys(expected).length).toBeGreaterThan(30);
  });

  /** Kills the command a moment after the job has read so many records; the moment is in milliseconds. */
  async function killAt(command: RunningCommand, database: TestDatabase, records: number, moment: number) {
    let over = false;
    void command.ended.then(() => (over = true));
    while (!over) {
      const job = await jobOf(database);
      if (job?.state === 'running' && job.records >= records) break;
      await wait(2);
    }
    await wait(moment);
    command.signal('SIGKILL');
    return (await command.ended).signal === 'SIGKILL';
  }

  it(`is resumed after each of ${KILLS} kills and ends as if nothing had happened`, async () => {
    const random = randomFrom(SEED);
    const moments: string[] = [];
    const stopped: number[] = [];
    const ends: string[][] = [];
    for (let kills = 0; kills < KILLS; ) {
      const database = await copyDatabase(base);
      for (let over = false; !over; ) {
        const job = await jobOf(database);
        const command = startCommand(
          job ? ['resume', String(job.id), '--json'] : ['import', '--json', ...args],
          { env: { ...database.env, ...ENV } },
        );
        const records = (job?.records ?? 0) + Math.floor(random() * 80);
        const moment = Math.floor(random() * 25);
        if (kills < KILLS && (await killAt(command, database, records, moment))) {
          kills += 1;
          moments.push(`${records}+${moment}`);
          stopped.push((await jobOf(database))?.records ?? 0);
        }
        const { code, signal, stderr } = await command.ended;
        const state = (await jobOf(database))?.state;
        over = state === 'completedWithIssues';
        if (!over && signal !== 'SIGKILL') throw new Error(`Exit code ${String(code)}: ${stderr}`);
      }
      ends.push(differences(expected, await comparable(database)));
      await database.drop();
    }
    process.stdout.write(
      `${kind}, seed ${SEED}: killed at (records + ms) ${moments.join(' ')}; then ${stopped.join(' ')} were written\n`,
    );
    // A kill before the first batch or behind the last one proves little.
    expect(stopped.filter((records) => records > 0 && records < 300).length).toBeGreaterThan(KILLS / 2);
    for (const end of ends) expect(end).toEqual([]);
  });
});

async function jobOf(database: TestDatabase): Promise<{ id: number; state: string; records: number } | null> {
  const [row] = await database.rows(
    'SELECT id, state, records_read FROM archive_import_jobs ORDER BY id DESC LIMIT 1',
  );
  const id = Number(row?.['id'] ?? 0);
  // Job 1 filled the database before it was copied.
  if (id < 2) return null;
  return { id, state: String(row?.['state']), records: Number(row?.['records_read']) };
}
