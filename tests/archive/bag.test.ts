import { appendFile, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';

import { bootSite } from '../harness/boot-site';
import { createDatabase, eachDatabase } from '../harness/databases';
import { importDumps, outcomesOf } from '../harness/import-dumps';
import { runCommand } from '../harness/run-command';
import { snapshotOf } from '../harness/snapshot';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import type { DatabaseKind, TestDatabase } from '../harness/test-database';

/** Tables that are not the archive's: Strapi's own, the search index, and the log, which tells of the bag as well. */
const NOT_COMPARED = /^(?:strapi_|admin_|up_|i18n_|files|upload_|sqlite_)|_search_|^archive_events$/;
const PEOPLE = ['created_by_id', 'updated_by_id'];

type Rows = Record<string, unknown[]>;

/** Rows of the archive as a database of either kind tells them. */
async function archiveRows(database: TestDatabase): Promise<Rows> {
  const { rows } = await snapshotOf(database);
  const tables = Object.entries(rows).filter(([table]) => !NOT_COMPARED.test(table));
  return Object.fromEntries(
    tables.map(([table, found]) => [
      table,
      found.map((json) => {
        const row = JSON.parse(json) as Record<string, unknown>;
        return Object.fromEntries(Object.entries(row).filter(([column]) => !PEOPLE.includes(column)));
      }),
    ]),
  );
}

eachDatabase('a bag of the archive', (kind) => {
  let folder: TemporaryFolder;
  let database: TestDatabase;
  let bag: string;
  const opened: TestDatabase[] = [];

  const command = (args: string[], on: TestDatabase) => runCommand(args, { env: on.env });
  /** Each with a vault of its own, into which imports copy what they read. */
  const emptyProject = async (of: DatabaseKind = kind) => {
    const empty = await createDatabase(of);
    const vault = path.join(folder.path, `vault-${opened.length}`);
    opened.push(empty);
    const env = { ARCHIVE_VAULT: vault, ARCHIVE_VAULT_PATHS: 'copy' };
    await (await bootSite({ database: empty, env })).close();
    return empty;
  };

  beforeAll(async () => {
    folder = await temporaryFolder();
    bag = path.join(folder.path, 'bag');
    database = await emptyProject();
    await importDumps(database, ['samples']);
    const exported = await command(['bag', 'export', bag], database);
    expect({ code: exported.code, stderr: exported.stderr }).toMatchObject({ code: 0 });
  });
  afterAll(async () => {
    for (const one of opened) await one.drop();
    await folder.remove();
  });

  it('is complete and valid', async () => {
    expect(await command(['bag', 'verify', bag], database)).toMatchObject({ code: 0, stdout: '' });
  });

  it('makes of an empty project the same archive, row by row', async () => {
    const copy = await emptyProject();
    const imported = await command(['bag', 'import', bag], copy);
    expect({ code: imported.code, stderr: imported.stderr }).toMatchObject({ code: 0 });
    expect(await archiveRows(copy)).toEqual(await archiveRows(database));
    const [row] = await copy.rows(`SELECT count(*) AS n FROM articles`);
    expect(Number(row?.['n'])).toBeGreaterThan(50);
  });

  it('leaves an archive that goes on: searched, imported into again, edited', async () => {
    const copy = await emptyProject();
    await command(['bag', 'import', bag], copy);
    expect(await command(['search', 'check'], copy)).toMatchObject({ code: 0 });
    const vault = await command(['vault', 'verify'], copy);
    expect(vault).toMatchObject({ code: 0 });
    expect(vault.stderr).toMatch(/^[1-9]\d* originals are as they were imported/);
    const again = outcomesOf(await importDumps(copy, ['samples']));
    expect(Object.keys(again)).not.toContain('created');
    const site = await bootSite({ database: copy });
    try {
      const documents = site.strapi.documents('api::article.article');
      const saved = await documents.create({ data: { title: 'Written after the move' }, locale: 'en' });
      expect(saved.documentId).toEqual(expect.any(String));
    } finally {
      await site.close();
    }
  });

  it('goes into a database of the other kind', async () => {
    const other = await emptyProject(kind === 'sqlite' ? 'postgres' : 'sqlite');
    expect(await command(['bag', 'import', bag], other)).toMatchObject({ code: 0 });
    const counts = async (of: TestDatabase) =>
      Object.fromEntries(Object.entries(await archiveRows(of)).map(([table, rows]) => [table, rows.length]));
    expect(await counts(other)).toEqual(await counts(database));
    const dates = `SELECT legacy_id, date_edtf, CAST(date_earliest AS VARCHAR(10)) AS day FROM articles ORDER BY id`;
    expect(await other.rows(dates)).toEqual(await database.rows(dates));
  });

  it('refuses a project that is not empty, and changes nothing in it', async () => {
    const before = await archiveRows(database);
    const refused = await command(['bag', 'import', bag], database);
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.stderr).toContain('not empty');
    expect(await archiveRows(database)).toEqual(before);
  });

  it('refuses a folder that is not empty', async () => {
    const refused = await command(['bag', 'export', bag], database);
    expect(refused.stderr).toContain('is not empty. Name a new folder.');
  });

  it('is not trusted once a byte is changed, a file is missing, added or a link', async () => {
    const harmed = path.join(folder.path, 'harmed');
    await command(['bag', 'export', harmed], database);
    await appendFile(path.join(harmed, 'data/tables/articles.ndjson'), '{}\n');
    await rm(path.join(harmed, 'data/tables/sources.ndjson'));
    await writeFile(path.join(harmed, 'data/added.txt'), 'x');
    await rm(path.join(harmed, 'data/tables/entities.ndjson'));
    await symlink('/etc/hostname', path.join(harmed, 'data/tables/entities.ndjson'));
    const { code, stdout } = await command(['bag', 'verify', harmed], database);
    expect(code).toBe(1);
    expect(stdout.trimEnd().split('\n').sort()).toEqual([
      'data/added.txt is in the bag, and manifest-sha256.txt does not name it.',
      'data/tables/articles.ndjson has other bytes than were bagged.',
      'data/tables/entities.ndjson is not a plain file.',
      'data/tables/sources.ndjson is missing.',
    ]);
    const copy = await emptyProject();
    const before = await archiveRows(copy);
    const refused = await command(['bag', 'import', harmed], copy);
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.stderr).toContain('cannot be trusted');
    expect(await archiveRows(copy)).toEqual(before);
  });

  it('refuses what is no bag', async () => {
    const nothing = path.join(folder.path, 'nothing');
    await mkdir(nothing);
    const refused = await command(['bag', 'import', nothing], database);
    expect(refused.stderr).toContain('manifest-sha256.txt is missing');
    expect(existsSync(path.join(nothing, 'data'))).toBe(false);
  });
});
