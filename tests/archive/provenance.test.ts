import { readFileSync } from 'node:fs';
import { chmod, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import iconv from 'iconv-lite';

import type { FieldProvenance, ProvenanceView } from '../../src/plugins/archive/shared/provenance-api';
import { bootSite, type Site } from '../harness/boot-site';
import { adminCaller, publicCaller, tokenCaller, type Caller } from '../harness/callers';
import { createDatabase, eachDatabase } from '../harness/databases';
import { importDumps } from '../harness/import-dumps';
import { pageText, writeDump, writeProfile, type Page } from '../harness/invented-paper';
import { runCommand } from '../harness/run-command';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import type { TestDatabase } from '../harness/test-database';

const page = (legacyId: string, title: string, rest: Partial<Page> = {}): Page => ({
  title,
  legacyId,
  date: '3 July 2002',
  byline: 'Jane Roe',
  body: `HOLLIN - ${title}, the crews said on Monday.\n\nThe harbour office made notice ${legacyId} known.`,
  ...rest,
});
const PLAIN = 'The ferry ‘Łódka’ sails';
const CYRILLIC = 'Паром уходит в море';

eachDatabase('the provenance of an imported article', (kind) => {
  let database: TestDatabase;
  let folder: TemporaryFolder;
  let site: Site;
  let token: Caller;
  let profile: string;

  const box = () => path.join(folder.path, 'box');
  const vault = () => path.join(folder.path, 'vault');
  const env = (paths: string) => ({
    ARCHIVE_VAULT: vault(),
    ARCHIVE_VAULT_PATHS: paths,
    ARCHIVE_PUBLIC_READ: 'true',
  });
  const importBox = (name: string, ...args: string[]) =>
    importDumps(database, ['--profile', profile, path.join(box(), name), ...args]);
  const idOf = async (legacyId: string) => {
    const rows = await database.rows(`SELECT document_id FROM articles WHERE legacy_id = '${legacyId}'`);
    return String(rows[0]?.['document_id']);
  };
  const field = async (legacyId: string, name: string, caller = token) => {
    const reply = await caller.get(`/api/archive/provenance/${await idOf(legacyId)}/fields/${name}`);
    expect(reply.status).toBe(200);
    return reply.body.data as FieldProvenance;
  };
  const marked = ({ excerpt }: FieldProvenance) =>
    excerpt?.text.slice(excerpt.start - excerpt.textStart, excerpt.end - excerpt.textStart);
  const bytesOf = ({ excerpt }: FieldProvenance, file: string) =>
    readFileSync(path.join(box(), file)).subarray(excerpt?.bytes?.start, excerpt?.bytes?.end);

  beforeAll(async () => {
    database = await createDatabase(kind);
    folder = await temporaryFolder();
    profile = await writeProfile(folder.path);
    await writeDump(box(), {
      '1.txt': `\ufeff${pageText(page('1', PLAIN))}`,
      '2.txt': page('2', 'The ferry rests'),
      '4.txt': page('4', 'The ferry is sold'),
    });
    await writeFile(path.join(box(), '3.txt'), iconv.encode(pageText(page('3', CYRILLIC)), 'windows-1251'));
    await (await bootSite({ database, env: env('reference') })).close();
    await importBox('1.txt');
    await importBox('2.txt');
    await importBox('3.txt', '--encoding', 'windows-1251');
    await writeDump(box(), { '2.txt': page('2', 'The ferry rests', { byline: 'John Doe' }) });
    await importBox('2.txt');
    await (await bootSite({ database, env: env('copy') })).close();
    await importBox('4.txt');
    site = await bootSite({ database, env: env('copy') });
    token = await tokenCaller(site);
  });
  afterAll(async () => {
    await site.close();
    await database.drop();
    await folder.remove();
  });

  it('shows the very words and the very bytes that a field was taken from', async () => {
    const title = await field('1', 'title');
    expect(title.state).toBe('imported');
    expect(marked(title)).toBe(PLAIN);
    // Behind a byte-order mark, and with characters of two and three bytes.
    expect(bytesOf(title, '1.txt').toString('utf8')).toBe(PLAIN);
    const other = await field('3', 'title');
    expect(marked(other)).toBe(CYRILLIC);
    expect(iconv.decode(bytesOf(other, '3.txt'), 'windows-1251')).toBe(CYRILLIC);
    expect(other.import).toMatchObject({ encoding: 'windows-1251', record: { index: 0, start: 0 } });
  });

  it('names file, hash, reader, profile, importer and job', async () => {
    const { status, body } = await token.get(`/api/archive/provenance/${await idOf('1')}`);
    expect(status).toBe(200);
    const { imports, fields, dates } = body.data as ProvenanceView;
    const file = readFileSync(path.join(box(), '1.txt'));
    expect(imports).toMatchObject([
      {
        outcome: 'created',
        file: { path: '1.txt', size: file.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
        record: { index: 0, start: 0, end: file.length },
        reader: 'text',
        encoding: 'utf-8',
        profile: { name: 'quarrow-lantern-en', version: 1 },
        importerVersion: expect.stringMatching(/^\d/) as string,
      },
    ]);
    expect(fields.map((one) => one.field)).toEqual(
      expect.arrayContaining(['title', 'body', 'source', 'era']),
    );
    expect(dates).toMatchObject([{ edtf: '2002-07-03', text: '3 July 2002', basis: 'printed' }]);
    expect(JSON.stringify(body)).not.toContain(folder.path);
  });

  it('follows a field to the import that wrote it last, and says what a person wrote', async () => {
    const byline = await field('2', 'byline');
    expect([marked(byline), byline.import?.outcome]).toEqual(['John Doe', 'updated']);
    const title = await field('2', 'title');
    expect(title.import?.outcome).toBe('created');
    expect(title.excerpt).toBeNull();
    expect(title.why).toContain('has changed since it was imported');
    const documentId = await idOf('2');
    const data = { section: 'Town', byline: 'J. Doe' };
    await site.strapi.documents('api::article.article').update({ documentId, locale: 'en', data });
    expect(await field('2', 'byline')).toMatchObject({ state: 'edited', import: { outcome: 'updated' } });
    expect(await field('2', 'section')).toMatchObject({ state: 'edited', excerpt: null });
  });

  it('reads the copy in the vault where the file is gone', async () => {
    await rm(path.join(box(), '4.txt'));
    const title = await field('4', 'title');
    expect([marked(title), title.import?.file.inVault]).toEqual(['The ferry is sold', true]);
    await rm(path.join(box(), '3.txt'));
    expect((await field('3', 'title')).why).toContain('not where it was');
  });

  it('is not public, and is there for administrators and over GraphQL', async () => {
    const documentId = await idOf('1');
    for (const address of [
      `/api/archive/provenance/${documentId}`,
      `/api/archive/provenance/${documentId}/fields/title`,
    ]) {
      expect((await publicCaller(site).get(address)).status).toBe(403);
    }
    const query = `{ archiveFieldProvenance(documentId: "${documentId}", field: "title") }`;
    const refused = await publicCaller(site).post('/graphql', { query });
    expect(JSON.stringify(refused.body)).toContain('Forbidden access');
    const answer = await token.post('/graphql', { query });
    expect(answer.body.data).toMatchObject({ archiveFieldProvenance: { state: 'imported' } });
    const admin = await adminCaller(site);
    const reply = await admin.get(`/archive/provenance/${documentId}/fields/title`);
    expect(marked(reply.body.data as FieldProvenance)).toBe(PLAIN);
  });

  it('says what it cannot tell', async () => {
    expect((await token.get('/api/archive/provenance/nosucharticle')).status).toBe(404);
    expect((await field('1', 'kicker')).why).toBe('The import noted no place for it.');
    expect((await field('1', 'printPage')).excerpt).toBeNull();
  });

  it('is verified by reading all originals again', async () => {
    const run = () => runCommand(['vault', 'verify', '--json'], { env: { ...database.env, ...env('copy') } });
    const first = await run();
    expect(first.code).toBe(1);
    expect(first.lines).toMatchObject([
      { state: 'sound', kept: true, dumpPath: '4.txt' },
      { state: 'sound', kept: false, dumpPath: '1.txt' },
      { state: 'changed', kept: false, dumpPath: '2.txt' },
      { state: 'missing', kept: false, dumpPath: '3.txt' },
      { state: 'sound', kept: false, dumpPath: '2.txt' },
    ]);
    const [copy] = (await readdir(vault(), { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name));
    const place = path.join(vault(), copy ?? '');
    await chmod(place, 0o600);
    await writeFile(place, 'Something else.');
    expect((await run()).lines[0]).toMatchObject({ state: 'changed', kept: true });
    await rm(place);
    expect((await run()).lines[0]).toMatchObject({ state: 'missing', kept: true });
  });
});
