import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { bootSite, type Site } from '../harness/boot-site';
import { createDatabase, eachDatabase } from '../harness/databases';
import { PROFILE } from '../harness/invented-paper';
import { runCommand } from '../harness/run-command';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import type { TestDatabase } from '../harness/test-database';

const TYPE = 'plugin::archive.profile';
const NAME = PROFILE.name;

eachDatabase('profiles in the database', (kind) => {
  let database: TestDatabase;
  let folder: TemporaryFolder;
  let site: Site;

  beforeAll(async () => {
    folder = await temporaryFolder();
    database = await createDatabase(kind);
    site = await bootSite({ database });
  });
  afterAll(async () => {
    await site.close();
    await database.drop();
    await folder.remove();
  });

  const profile = (...args: string[]) =>
    runCommand(['profile', ...args], { cwd: folder.path, env: database.env });
  const fileOf = async (definition: object) => {
    const file = path.join(folder.path, 'paper.json');
    await writeFile(file, JSON.stringify(definition));
    return file;
  };
  const versions = async () => {
    const { lines } = await profile('list', '--json');
    return (lines as { name: string; version: number; used: boolean }[])
      .filter(({ name }) => name === NAME)
      .map(({ version, used }) => [version, used]);
  };

  it('are stored once, and as the next version where they say something else', async () => {
    const first = await profile('import', await fileOf(PROFILE));
    expect([first.code, first.stdout]).toEqual([0, `${NAME}@1  stored\n`]);
    expect((await profile('import', await fileOf(PROFILE))).stdout).toBe(`${NAME}@1  unchanged\n`);
    const changed = await profile('import', await fileOf({ ...PROFILE, title: 'The Lantern' }));
    expect(changed.stdout).toContain(`${NAME}@2  stored as the next version`);
    expect(await versions()).toEqual([
      [2, true],
      [1, false],
    ]);
  });

  it('are shown and exported in any version', async () => {
    const shown = await profile('show', `${NAME}@1`);
    expect(JSON.parse(shown.stdout)).toMatchObject({ version: 1, title: PROFILE.title });
    expect(JSON.parse((await profile('show', NAME)).stdout)).toMatchObject({
      version: 2,
      title: 'The Lantern',
    });
    expect((await profile('export', NAME)).code).toBe(0);
    const exported: unknown = JSON.parse(await readFile(path.join(folder.path, `${NAME}.json`), 'utf8'));
    expect(exported).toMatchObject({ version: 2, title: 'The Lantern' });
    const taken = await profile('export', NAME);
    expect([taken.code, taken.stderr]).toEqual([2, expect.stringContaining('is there already')]);
  });

  it('say what is missing', async () => {
    const unknown = await profile('show', 'no-such');
    expect([unknown.code, unknown.stderr]).toEqual([
      2,
      expect.stringContaining('no profile called "no-such"'),
    ]);
    const version = await profile('show', `${NAME}@9`);
    expect([version.code, version.stderr]).toEqual([
      2,
      expect.stringContaining('has no version 9. It has: 2, 1.'),
    ]);
  });

  it('are refused where they are no profiles, and the others are imported', async () => {
    const bad = path.join(folder.path, 'bad.json');
    await writeFile(bad, JSON.stringify({ ...PROFILE, dateOrder: 'backwards' }));
    const alone = await profile('import', bad);
    expect([alone.code, alone.stderr]).toEqual([2, expect.stringContaining('dateOrder: ')]);
    const both = await profile('import', bad, await fileOf(PROFILE));
    expect([both.code, both.stdout]).toEqual([1, `${NAME}@1  unchanged\n`]);
  });

  it('become the next version when an editor saves them, and the old one stays', async () => {
    const documents = site.strapi.documents(TYPE);
    const [row] = await documents.findMany({ filters: { name: NAME, version: 2 } });
    const definition = { ...(row?.['definition'] as object), title: 'The Lantern, edited' };
    const saved = await documents.update({ documentId: row?.documentId ?? '', data: { definition } });
    expect(saved).toMatchObject({ version: 3, title: 'The Lantern, edited', origin: 'edited' });
    expect(await versions()).toEqual([
      [3, true],
      [2, false],
      [1, false],
    ]);
    expect(JSON.parse((await profile('show', `${NAME}@2`)).stdout)).toMatchObject({ title: 'The Lantern' });
  });

  it('are checked when an editor saves them', async () => {
    const documents = site.strapi.documents(TYPE);
    const [row] = await documents.findMany({ filters: { name: NAME, version: 3 } });
    const definition = { ...(row?.['definition'] as object), markers: [{ label: 'By' }] };
    await expect(
      documents.update({ documentId: row?.documentId ?? '', data: { definition } }),
    ).rejects.toThrow('does not fit the profile schema');
    expect(await versions()).toHaveLength(3);
  });
});
