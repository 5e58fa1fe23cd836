import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { TakedownView } from '../../src/plugins/archive/shared/archive-api';
import { bootSite, type Site } from '../harness/boot-site';
import { publicCaller, tokenCaller, type Caller } from '../harness/callers';
import { createDatabase, eachDatabase } from '../harness/databases';
import { importDumps, outcomesOf } from '../harness/import-dumps';
import { pageText, writeDump, writeProfile, type Page } from '../harness/invented-paper';
import { runCommand } from '../harness/run-command';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import type { TestDatabase } from '../harness/test-database';

/** A word that is nowhere else; the archive must not keep it in any spelling. */
const SECRET = 'zyxwombatine';
const REASON = 'The court of Hollin ordered it.';

const page = (legacyId: string, rest: Partial<Page> = {}): Page => ({
  title: `Notice ${legacyId} to sailors`,
  legacyId,
  date: '3 July 2002',
  body: `HOLLIN - The harbour office made notice ${legacyId} known.\n\nIt holds until further notice.`,
  ...rest,
});

const secret = page('7', {
  title: `The ${SECRET} affair`,
  kicker: `Kicker of ${SECRET}`,
  byline: `Ada ${SECRET}`,
  standfirst: `Summary of the ${SECRET}`,
  body: `HOLLIN - The ${SECRET} was seen at the quay on Monday.\n\nMayor Zyxwombatine Harrow said nothing.`,
  media: [{ legacyId: 'm7', caption: `The ${SECRET} at the quay`, credit: `Photo ${SECRET}` }],
});

eachDatabase('an erased article', (kind) => {
  let database: TestDatabase;
  let folder: TemporaryFolder;
  let site: Site;
  let profile: string;
  let token: Caller;
  let vaultEnv: Record<string, string>;

  const box = () => path.join(folder.path, 'box');
  const importAgain = (place = box()) =>
    importDumps(database, ['--profile', profile, place], { env: vaultEnv });
  const idOf = async (legacyId: string) => {
    const rows = await database.rows(`SELECT document_id FROM articles WHERE legacy_id = '${legacyId}'`);
    return String(rows[0]?.['document_id']);
  };
  const holdsSecret = (bytes: Buffer) => bytes.toString('latin1').toLowerCase().includes(SECRET);
  /** Names of files below a folder that hold the word. */
  const filesWithSecret = (place: string): string[] =>
    readdirSync(place, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter((file) => holdsSecret(readFileSync(file)));
  /** Tables of which a row holds the word. */
  const tablesWithSecret = async () => {
    const tables = new Set((await database.columns()).map((row) => String(row['table_name'])));
    const found: string[] = [];
    for (const table of tables) {
      const rows = await database.rows(`SELECT * FROM "${table}"`).catch(() => []);
      if (JSON.stringify(rows).toLowerCase().includes(SECRET)) found.push(table);
    }
    return found;
  };
  const boot = async () => {
    site = await bootSite({ database, env: { ...vaultEnv, ARCHIVE_PUBLIC_READ: 'true' } });
    token = await tokenCaller(site);
  };

  beforeAll(async () => {
    database = await createDatabase(kind);
    folder = await temporaryFolder();
    vaultEnv = { ARCHIVE_VAULT: path.join(folder.path, 'vault'), ARCHIVE_VAULT_PATHS: 'copy' };
    profile = await writeProfile(folder.path);
    await writeDump(box(), {
      '1.txt': page('1', { media: [{ legacyId: 'm1', caption: 'A quay', credit: 'Photo desk' }] }),
      '7.txt': secret,
    });
    await (await bootSite({ database, env: vaultEnv })).close();
    await importAgain();
    // Earlier versions leave bytes in the free space of a database.
    await writeDump(box(), { '7.txt': { ...secret, section: 'Town' } });
    await importAgain();
  });
  afterAll(async () => {
    await site.close();
    await database.drop();
    await folder.remove();
  });

  it('needs a word that says so, a reason and a right', async () => {
    await boot();
    const documentId = await idOf('7');
    const address = `/api/archive/articles/${documentId}/erase`;
    expect((await publicCaller(site).post(address, { reason: REASON })).status).toBe(403);
    expect((await token.post(address, { reason: ' ' })).status).toBe(400);
    await site.close();
    const run = await runCommand(['erase', documentId, '--reason', REASON], { env: database.env });
    expect([run.code, run.stderr]).toEqual([2, expect.stringContaining('--yes')]);
    expect(await tablesWithSecret()).toEqual(
      expect.arrayContaining(['articles', 'archive_ledger', 'media_items']),
    );
    expect(filesWithSecret(vaultEnv['ARCHIVE_VAULT'] ?? '')).toHaveLength(2);
  });

  it('leaves no byte of its text in the database and in the vault', async () => {
    const documentId = await idOf('7');
    const run = await runCommand(['erase', documentId, '--reason', REASON, '--yes', '--json'], {
      env: { ...database.env, ...vaultEnv },
    });
    expect([run.code, run.stderr]).toEqual([0, expect.stringContaining('written anew')]);
    const [view] = run.lines as TakedownView[];
    expect(view?.originals?.map(({ state }) => state)).toEqual(['removed', 'removed']);
    expect(filesWithSecret(vaultEnv['ARCHIVE_VAULT'] ?? '')).toEqual([]);
    expect(await tablesWithSecret()).toEqual([]);
    if (kind === 'sqlite') {
      expect(filesWithSecret(path.dirname(database.env['DATABASE_FILENAME'] ?? ''))).toEqual([]);
    }
    const stones = await database.rows('SELECT kind, target, reason, content_hash FROM archive_tombstones');
    const hash = expect.stringMatching(/^[0-9a-f]{64}$/) as unknown;
    expect(stones).toEqual([{ kind: 'erased', target: documentId, reason: REASON, content_hash: hash }]);
  });

  it('does not come back by an import, by a roll-back, under another name, or by a person', async () => {
    expect(outcomesOf(await importAgain())).toEqual({ unchanged: 1, kept: 1 });
    await writeDump(box(), { '7.txt': { ...secret, section: 'Harbour' } });
    expect(outcomesOf(await importAgain())).toEqual({ unchanged: 1, kept: 1 });
    const elsewhere = path.join(folder.path, 'elsewhere');
    await writeDump(elsewhere, { 'copy.txt': { ...secret, legacyId: '70' } });
    expect(outcomesOf(await importAgain(elsewhere))).toEqual({ kept: 1 });
    await runCommand(['rollback', '2'], { env: database.env });
    await runCommand(['rollback', '1'], { env: database.env });
    expect(outcomesOf(await importAgain())).toMatchObject({ kept: 1 });
    expect(await tablesWithSecret()).toEqual([]);
    const [stone] = await database.rows('SELECT target FROM archive_tombstones');
    const run = await runCommand(['restore', String(stone?.['target']), '--reason', 'x'], {
      env: database.env,
    });
    expect(run.stderr).toContain('its text is gone');
  });

  it('answers 410 with the reason, and no route tells its text', async () => {
    await boot();
    const [stone] = await database.rows('SELECT target FROM archive_tombstones');
    const documentId = String(stone?.['target']);
    const gone = await publicCaller(site).get('/api/archive/resolve?legacyId=7');
    expect([gone.status, gone.body.data]).toEqual([
      410,
      expect.objectContaining({ outcome: 'erased', reason: REASON }),
    ]);
    const routes = [
      '/api/articles?status=draft&pagination[pageSize]=100',
      `/api/articles/${documentId}?status=draft`,
      '/api/media-items?populate=*',
      `/api/archive/search?q=${SECRET}`,
      `/api/archive/provenance/${documentId}`,
      `/api/archive/provenance/${documentId}/fields/title`,
      `/api/archive/provenance/${documentId}/fields/body`,
      '/api/archive/events?pageSize=200',
      '/api/archive/jobs/1/ledger',
      '/api/archive/feed.xml',
    ];
    for (const address of routes) {
      expect([address, (await token.get(address)).text.toLowerCase()]).toEqual([
        address,
        expect.not.stringContaining(SECRET),
      ]);
    }
    const field = await token.get(`/api/archive/provenance/${documentId}/fields/title`);
    expect(field.body.data).toMatchObject({
      excerpt: null,
      why: expect.stringContaining('erased') as unknown,
    });
    const log = await token.get(`/api/archive/events?documentId=${documentId}&kind=erased`);
    expect(log.body.data).toMatchObject([{ kind: 'erased', reason: REASON }]);
  });

  it('is cut out of an original that holds others, which can still be followed to their bytes', async () => {
    const lines = path.join(folder.path, 'lines');
    const line = (id: string, body: string) =>
      JSON.stringify({ id, title: `Line ${id}`, body, language: 'en', date: '2001-02-03' });
    await writeDump(lines, {
      'all.jsonl': [
        line('a', 'The first notice holds.'),
        line('b', `A ${SECRET} again.`),
        line('c', 'The last one.'),
      ].join('\n'),
    });
    await site.close();
    expect(outcomesOf(await importAgain(lines))).toEqual({ created: 3 });
    await boot();
    const documentId = await idOf('b');
    const reply = await token.post(`/api/archive/articles/${documentId}/erase`, { reason: REASON });
    expect(reply.body.data).toMatchObject([{ state: 'erased', originals: [{ state: 'blanked' }] }]);
    expect(filesWithSecret(vaultEnv['ARCHIVE_VAULT'] ?? '')).toEqual([]);
    expect(await tablesWithSecret()).toEqual([]);
    for (const [id, text] of [
      ['a', 'The first notice holds.'],
      ['c', 'The last one.'],
    ]) {
      const field = await token.get(`/api/archive/provenance/${await idOf(id ?? '')}/fields/body`);
      expect(field.body.data).toMatchObject({
        why: null,
        excerpt: { text: expect.stringContaining(text ?? '') as unknown },
      });
    }
    const verify = await runCommand(['vault', 'verify'], { env: { ...database.env, ...vaultEnv } });
    expect([verify.code, verify.stderr]).toEqual([0, expect.stringContaining('0 unknown')]);
  });

  it('stays where it cannot be cut out of an archive of files, unless the whole may go', async () => {
    const { gzipSync } = await import('node:zlib');
    const packed = path.join(folder.path, 'packed');
    const records = ['x', 'y'].map((id) =>
      JSON.stringify({
        id,
        title: `Packed ${id}`,
        body: `${SECRET} in ${id}.`,
        language: 'en',
        date: '2001-02-03',
      }),
    );
    await writeDump(packed, {});
    const { mkdir, writeFile } = await import('node:fs/promises');
    await mkdir(packed, { recursive: true });
    await writeFile(path.join(packed, 'all.jsonl.gz'), gzipSync(records.join('\n')));
    await site.close();
    expect(outcomesOf(await importAgain(packed))).toEqual({ created: 2 });
    await boot();
    const address = `/api/archive/articles/${await idOf('x')}/erase`;
    const refused = await token.post(address, { reason: REASON });
    expect([refused.status, refused.body.error?.message]).toEqual([
      400,
      expect.stringContaining('cannot be cut out'),
    ]);
    expect(await idOf('x')).not.toBe('undefined');
    const done = await token.post(address, { reason: REASON, removeOriginals: true });
    expect(done.body.data).toMatchObject([{ originals: [{ state: 'removed' }] }]);
  });
});

test('the page that is erased holds the word in all of its parts', () => {
  expect(pageText(secret).toLowerCase().split(SECRET)).toHaveLength(9);
});
