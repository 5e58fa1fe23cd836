import path from 'node:path';

import { eachDatabase } from '../harness/databases';
import { importDumps, outcomesOf } from '../harness/import-dumps';
import { writeProfile } from '../harness/invented-paper';
import { runCommand } from '../harness/run-command';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import type { TestDatabase } from '../harness/test-database';
import { comparable, differences } from './comparable';
import { writeFirst, writeSecond } from './gazette';
import { preparedDatabase } from './prepared-database';

const RECORDS = 120;

jest.setTimeout(300_000);

eachDatabase('--dry-run', (kind) => {
  let database: TestDatabase;
  let folder: TemporaryFolder;
  let profile: string;

  beforeAll(async () => {
    folder = await temporaryFolder();
    profile = await writeProfile(folder.path);
    database = await preparedDatabase(kind);
  });
  afterAll(async () => {
    await database.drop();
    await folder.remove();
  });

  /** The outcomes that are foretold, in a database that stays as it was. */
  async function foretold(dump: string): Promise<Record<string, number>> {
    const before = await comparable(database);
    const { stdout, code } = await runCommand(['import', '--dry-run', '--json', '--profile', profile, dump], {
      env: database.env,
    });
    expect(differences(before, await comparable(database))).toEqual([]);
    const { dryRun, outcomes } = JSON.parse(stdout) as { dryRun: boolean; outcomes: Record<string, number> };
    expect(dryRun).toBe(true);
    const some = Object.fromEntries(Object.entries(outcomes).filter(([, count]) => count > 0));
    expect(code).toBe((some['quarantined'] ?? 0) + (some['rejected'] ?? 0) > 0 ? 1 : 0);
    return some;
  }

  it('writes nothing and foretells the outcomes of the first import and of a later one', async () => {
    const first = await writeFirst(path.join(folder.path, 'first'), RECORDS);
    const begun = await foretold(first);
    expect(begun).toEqual({ created: RECORDS });
    expect(outcomesOf(await importDumps(database, ['--profile', profile, first]))).toEqual(begun);

    const second = await writeSecond(path.join(folder.path, 'second'), RECORDS);
    const later = await foretold(second);
    expect(Object.keys(later).length).toBeGreaterThan(3);
    expect(outcomesOf(await importDumps(database, ['--profile', profile, second]))).toEqual(later);
    expect(await foretold(second)).not.toHaveProperty('created');
  });
});
