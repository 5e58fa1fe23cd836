import path from 'node:path';

import { writeDump } from '../harness/invented-paper';
import { runCommand } from '../harness/run-command';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';

const PASSWORD = 'not-for-your-eyes';

describe('a database that cannot be opened', () => {
  let folder: TemporaryFolder;

  beforeAll(async () => {
    folder = await temporaryFolder();
    await writeDump(folder.path, {
      '1.txt': 'A page of text.\n',
      'no-folder': '',
      'no-database.db': 'Just some text.\n',
    });
  });
  afterAll(() => folder.remove());

  const importInto = (env: Readonly<Record<string, string>>) =>
    runCommand(['import', path.join(folder.path, '1.txt')], { env });

  function expectTold(result: Awaited<ReturnType<typeof importInto>>, place: string): void {
    expect(result.code).toBe(2);
    expect(result.stdout).toBe('');
    expect(result.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(result.stderr).toMatch(/^strapi-archive: The database cannot be used \((sqlite|postgres), /);
    expect(result.stderr).toContain(place);
    expect(result.stderr).toMatch(/Check DATABASE_CLIENT, DATABASE_FILENAME or DATABASE_URL in \.env/);
  }

  it('is told with its file where the folder cannot be made', async () => {
    const file = path.join(folder.path, 'no-folder', 'below', 'data.db');
    expectTold(await importInto({ DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: file }), file);
  });

  it('is told where a file system refuses the folder, as /proc does without an end', async () => {
    const file = '/proc/no-folder/data.db';
    expectTold(await importInto({ DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: file }), file);
  });

  it('is told with its file where that is no database', async () => {
    const file = path.join(folder.path, 'no-database.db');
    expectTold(await importInto({ DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: file }), file);
  });

  it.each([
    ['nobody answers', `postgres://archivist:${PASSWORD}@127.0.0.1:1/archive`, '127.0.0.1:1/archive'],
    ['the address is none', `postgres://archivist:${PASSWORD}@:no-port/archive`, 'unknown place'],
  ])('is told without its password where %s', async (_what, url, place) => {
    const result = await importInto({ DATABASE_CLIENT: 'postgres', DATABASE_URL: url });
    expect(result.stderr).not.toContain(PASSWORD);
    expectTold(result, place);
  });

  it('is told where the client is unknown', async () => {
    const { code, stderr } = await importInto({ DATABASE_CLIENT: 'mysql' });
    expect(code).toBe(2);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain('DATABASE_CLIENT is "mysql"');
  });
});
