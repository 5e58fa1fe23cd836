import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { createDatabase } from '../harness/databases';
import { PROJECT } from '../harness/project';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import type { TestDatabase } from '../harness/test-database';

/** `types/generated/` is committed, so that the project type-checks before its first build. */
describe('the generated types', () => {
  let database: TestDatabase;
  let folder: TemporaryFolder;

  beforeAll(async () => {
    database = await createDatabase('sqlite');
    folder = await temporaryFolder();
    const env = { ...process.env, ...database.env, STRAPI_TELEMETRY_DISABLED: 'true' };
    await promisify(execFile)(
      process.execPath,
      [path.join(__dirname, 'generate-types.cjs'), folder.path],
      // The project's own formatting is looked for from here.
      { cwd: PROJECT, env },
    );
  });
  afterAll(async () => {
    await folder.remove();
    await database.drop();
  });

  it.each(['contentTypes.d.ts', 'components.d.ts'])(
    '%s is up to date; if not, run "npm run strapi -- ts:generate-types"',
    async (file) => {
      const place = path.join('types', 'generated', file);
      const fresh = await readFile(path.join(folder.path, place), 'utf8');
      expect(await readFile(path.join(PROJECT, place), 'utf8')).toBe(fresh);
    },
  );
});
