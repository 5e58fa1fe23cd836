import { rename } from 'node:fs/promises';
import path from 'node:path';

import { bootSite, type Site } from '../harness/boot-site';
import { createDatabase, eachDatabase } from '../harness/databases';
import { importDumps, outcomesOf, type Import } from '../harness/import-dumps';
import { contentOf } from '../harness/content-of';
import { writeDump, writeProfile } from '../harness/invented-paper';
import { ledgerOf, type LedgerRow } from '../harness/ledger';
import { changedTables } from '../harness/snapshot';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import type { TestDatabase } from '../harness/test-database';
import { FIRST, LONG_TITLE, page, SECOND } from './deliveries';

const ARTICLE = 'api::article.article';
type Row = Record<string, unknown>;

eachDatabase('importing a dump again', (kind) => {
  let database: TestDatabase;
  let folder: TemporaryFolder;
  let profile: string;
  const ids: Record<string, string> = {};
  const stage: Record<string, { done: Import; ledger: LedgerRow[]; written: string[]; articles: Row[] }> = {};

  const at = (...parts: string[]) => path.join(folder.path, ...parts);

  async function write(dumps: typeof FIRST): Promise<void> {
    for (const [box, pages] of Object.entries(dumps)) await writeDump(at(box), pages);
  }

  async function run(name: string, boxes: readonly string[], options: readonly string[] = []): Promise<void> {
    const args = ['--profile', profile, ...options, ...boxes.map((box) => at(box))];
    const before = await contentOf(database);
    const done = await importDumps(database, args);
    const after = await contentOf(database);
    stage[name] = {
      done,
      ledger: await ledgerOf(database, done.report.job),
      written: changedTables(before, after),
      articles: await database.rows('SELECT * FROM articles ORDER BY id'),
    };
  }

  function stageOf(name: string) {
    const found = stage[name];
    if (!found) throw new Error(`no stage ${name}`);
    return found;
  }
  const entry = (name: string, dumpPath: string) =>
    stageOf(name).ledger.find((row) => row.dumpPath === dumpPath);

  /** The draft's row and the published one's, as they lay in the database after a stage. */
  function rowsOf(name: string, title: string): { draft: Row | undefined; published: Row | undefined } {
    const own = stageOf(name).articles.filter((row) => row['document_id'] === ids[title]);
    return {
      draft: own.find((row) => row['published_at'] === null),
      published: own.find((row) => row['published_at'] !== null),
    };
  }
  const drafts = (name: string, title: string) =>
    stageOf(name).articles.filter((row) => row['title'] === title && row['published_at'] === null);

  async function edit({ strapi }: Site): Promise<void> {
    const documents = strapi.documents(ARTICLE);
    const change = (title: string, data: Row) =>
      documents.update({ documentId: ids[title] ?? '', locale: 'en', data });
    const own = (title: string) => ({ documentId: ids[title] ?? '', locale: 'en' });
    await change('The baths open', { byline: 'The editor' });
    await documents.publish(own('The baths open'));
    await change('The fair is early', { byline: 'Half a name' });
    const day = '2002-07-04';
    await change('The tram is late', { dateEdtf: day, dateEarliest: day, dateLatest: day });
    await documents.unpublish(own('The well is dry'));
    await documents.delete(own('The bell is cracked'));
    await documents.delete(own('The bell is stolen'));
  }

  beforeAll(async () => {
    database = await createDatabase(kind);
    folder = await temporaryFolder();
    profile = await writeProfile(folder.path);
    await (await bootSite({ database })).close();
    await write(FIRST);
    await writeDump(at('unpublished'), { '1.txt': page('The well is deep', { legacyId: '140' }) });
    await run('first', Object.keys(FIRST));
    await run('as drafts', ['unpublished'], ['--draft']);
    for (const row of stageOf('as drafts').articles) ids[String(row['title'])] = String(row['document_id']);

    const site = await bootSite({ database });
    await edit(site);
    await site.close();
    await run('same again', [...Object.keys(FIRST), 'unpublished']);

    await write(SECOND);
    await rename(at('here'), at('there'));
    const second = [...Object.keys(SECOND), 'there/box'];
    await run('changed', second);
    await run('changed again', second);

    await write({
      edited: {
        '1.txt': page('The baths open', { legacyId: '120', byline: 'A third Roe', section: 'Sport' }),
      },
      'there/box': { '1.txt': page('The school is new', { section: 'School' }) },
    });
    await run('third', ['edited', 'there/box']);
  });
  afterAll(async () => {
    await database.drop();
    await folder.remove();
  });

  it('writes nothing where the dump says the same, whatever editors did meanwhile', () => {
    const { done, ledger, written } = stageOf('same again');
    expect(written).toEqual([]);
    const others = ledger.filter(({ outcome }) => outcome !== 'unchanged');
    expect(others.map(({ dumpPath, outcome }) => `${dumpPath} ${outcome}`)).toEqual([
      'deleted/1.txt kept',
      'deleted/2.txt kept',
      'twins/2.txt duplicate',
      'twins/4.txt duplicate',
    ]);
    expect(done.report.records).toBe(26);
  });

  it('writes only the columns that the dump changed', () => {
    expect(entry('changed', 'columns/1.txt')?.outcome).toBe('updated');
    const old = rowsOf('first', 'The mill is sold');
    const now = rowsOf('changed', 'The mill is sold');
    for (const version of ['draft', 'published'] as const) {
      const columns = Object.keys(now[version] ?? {});
      const changed = columns.filter(
        (name) => JSON.stringify(now[version]?.[name]) !== JSON.stringify(old[version]?.[name]),
      );
      expect(changed.sort()).toEqual(['byline', 'content_hash', 'import_job', 'kicker', 'updated_at']);
      expect(now[version]).toMatchObject({ kicker: 'Old trade', byline: 'John Roe' });
    }
  });

  it("keeps what an editor published, and writes the dump's other changes", () => {
    const kept = entry('changed', 'edited/1.txt');
    const documentId = ids['The baths open'];
    expect(kept).toMatchObject({ outcome: 'kept', reason: 'edited', target: documentId, locale: 'en' });
    const byline = { field: 'byline', kept: true, before: 'The editor', after: 'John Roe' };
    const section = { field: 'section', kept: false, before: 'Town', after: 'Sport' };
    expect(kept?.changes).toHaveLength(4);
    for (const row of ['draft', 'published']) {
      expect(kept?.changes).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ row, ...byline }),
          expect.objectContaining({ row, ...section }),
        ]),
      );
    }
    const { draft, published } = rowsOf('changed', 'The baths open');
    expect(draft).toMatchObject({ byline: 'The editor', section: 'Sport' });
    expect(published).toMatchObject({ byline: 'The editor', section: 'Sport' });
  });

  it("goes on keeping an editor's words when the dump changes once more", () => {
    expect(entry('changed again', 'edited/1.txt')?.outcome).toBe('unchanged');
    expect(entry('third', 'edited/1.txt')).toMatchObject({ outcome: 'kept', reason: 'edited' });
    expect(rowsOf('third', 'The baths open').published?.['byline']).toBe('The editor');
  });

  it('takes the parts of a date together: one that an editor set is not mixed with the dump’s', () => {
    expect(entry('changed', 'dated/1.txt')).toMatchObject({ outcome: 'kept', reason: 'edited' });
    const { draft, published } = rowsOf('changed', 'The tram is late');
    expect(draft).toMatchObject({ date_edtf: '2002-07-04', date_text: '3 July 2002' });
    expect(published).toMatchObject({ date_edtf: '2003-08-08', date_text: '8 August 2003' });
  });

  it("leaves an unpublished draft alone while the published article takes the dump's change", () => {
    expect(entry('changed', 'drafted/1.txt')).toMatchObject({
      outcome: 'kept',
      changes: [
        { row: 'draft', field: 'byline', kept: true, before: 'Half a name', after: 'John Roe' },
        { row: 'published', field: 'byline', kept: false, before: 'Jane Roe', after: 'John Roe' },
      ],
    });
    const old = rowsOf('first', 'The fair is early').published;
    const { draft, published } = rowsOf('changed', 'The fair is early');
    expect(draft?.['byline']).toBe('Half a name');
    expect(published).toMatchObject({ byline: 'John Roe', id: old?.['id'] });
    expect(published?.['published_at']).toEqual(old?.['published_at']);
  });

  it.each([
    ['The well is deep', 'unpublished/1.txt'],
    ['The well is dry', 'withdrawn/1.txt'],
  ])('never publishes an article that is a draft: %s', (title, dumpPath) => {
    expect(rowsOf('same again', title).draft).toBeDefined();
    expect(rowsOf('same again', title).published).toBeUndefined();
    expect(entry('changed', dumpPath)?.outcome).toBe('updated');
    expect(rowsOf('changed', title).draft?.['section']).toBe('Country');
    expect(rowsOf('changed', title).published).toBeUndefined();
  });

  it('does not bring back what an editor deleted, whether the dump changed or not', () => {
    const gone = { outcome: 'kept', reason: 'deleted', target: ids['The bell is cracked'] };
    expect(entry('same again', 'deleted/1.txt')).toMatchObject(gone);
    expect(entry('changed', 'deleted/1.txt')).toMatchObject(gone);
    expect(entry('changed again', 'deleted/2.txt')).toMatchObject({ outcome: 'kept', reason: 'deleted' });
    expect(drafts('third', 'The bell is cracked')).toEqual([]);
    expect(drafts('third', 'The bell is stolen')).toEqual([]);
  });

  it('takes the same legacy ID with another text for a later version of the article', () => {
    expect(entry('first', 'versions/1.txt')?.outcome).toBe('created');
    expect(entry('first', 'versions/2.txt')).toMatchObject({
      outcome: 'updated',
      target: entry('first', 'versions/1.txt')?.target,
    });
    expect(drafts('third', 'The bridge may open')).toHaveLength(0);
    expect(drafts('third', 'The bridge has opened')).toHaveLength(1);
  });

  it('finds exact duplicates in one dump and in two', () => {
    const [one, two, three, four] = stageOf('first').ledger.filter(({ dumpPath }) =>
      dumpPath.startsWith('twins/'),
    );
    expect(one?.outcome).toBe('created');
    expect(two).toMatchObject({ outcome: 'duplicate', target: one?.target });
    expect(three?.outcome).toBe('created');
    expect(four).toMatchObject({ outcome: 'duplicate', target: three?.target });
    const elsewhere = { outcome: 'duplicate', target: one?.target };
    expect(entry('changed', 'twins-of-twins/other-name.txt')).toMatchObject(elsewhere);
    expect(entry('changed again', 'twins-of-twins/other-name.txt')).toMatchObject(elsewhere);
    expect(drafts('third', 'The lamp is lit')).toHaveLength(1);
    expect(drafts('third', 'The lamp is out')).toHaveLength(1);
  });

  it('goes by the legacy ID where ID and text point at two articles of the same batch', () => {
    expect(entry('first', 'renumbered/3.txt')).toMatchObject({
      outcome: 'updated',
      target: entry('first', 'renumbered/1.txt')?.target,
    });
    expect(drafts('first', 'The quay in snow')).toHaveLength(0);
    expect(drafts('first', 'The quay in rain')).toHaveLength(2);
  });

  it('knows a dump again that lies elsewhere now', () => {
    expect(entry('changed', 'box/1.txt')?.outcome).toBe('unchanged');
    expect(entry('changed', 'box/b/2.txt')?.outcome).toBe('unchanged');
    expect(entry('third', 'box/1.txt')?.outcome).toBe('updated');
    expect(entry('third', 'box/b/2.txt')?.outcome).toBe('unchanged');
    expect(drafts('third', 'The school is new')).toEqual([expect.objectContaining({ section: 'School' })]);
    expect(drafts('third', 'The school is old')).toHaveLength(1);
  });

  it('keeps apart what only has its place in common: two chests with the same names', () => {
    expect(entry('first', 'chest/9.txt')?.outcome).toBe('created');
    expect(entry('changed', 'chest/9.txt')?.outcome).toBe('created');
    expect(drafts('third', 'The dog is found')).toHaveLength(1);
    expect(drafts('third', 'The cat is lost')).toHaveLength(1);
  });

  it('changes the article of its own crate where two share names and headlines', () => {
    const [, south] = stageOf('first').ledger.filter(({ dumpPath }) => dumpPath === 'crate/1.txt');
    expect(entry('changed', 'crate/1.txt')).toMatchObject({ outcome: 'updated', target: south?.target });
    const bodies = drafts('changed', 'Notices of the week').map((row) => String(row['body']));
    expect(bodies).toHaveLength(2);
    expect(bodies.filter((body) => body.includes('library closes'))).toHaveLength(1);
    expect(bodies.filter((body) => body.includes('until October'))).toHaveLength(1);
  });

  it('quarantines a record whose keys lead to different articles', () => {
    const { done } = stageOf('changed');
    expect(done.code).toBe(1);
    expect(done.stderr).toContain(`${at('mixed', '1.txt')}: quarantined, identity-conflict`);
    const mixed = entry('changed', 'mixed/1.txt');
    expect(mixed).toMatchObject({ outcome: 'quarantined', reason: 'identity-conflict', target: null });
    const conflict = mixed?.issues.find(({ code }) => code === 'identity-conflict');
    expect(conflict?.found).toContain(ids['The roof leaks']);
    expect(conflict?.found).toContain(ids['The roof holds']);
    expect(drafts('third', 'The roof leaks')).toHaveLength(1);
    expect(drafts('third', 'The roof holds')).toHaveLength(1);
    expect(drafts('third', 'The roof is gone')).toHaveLength(0);
  });

  it('quarantines a title that the field cannot hold; the others go on', () => {
    expect(LONG_TITLE.length).toBeGreaterThanOrEqual(300);
    expect(entry('changed', 'long/1.txt')).toMatchObject({
      outcome: 'quarantined',
      reason: 'value-too-long',
    });
    expect(entry('changed', 'long/2.txt')?.outcome).toBe('created');
    expect(drafts('third', 'The mayor agrees')).toHaveLength(1);
  });

  it('writes nothing when the changed dumps come again', () => {
    const { done, written } = stageOf('changed again');
    expect(written).toEqual([]);
    expect(outcomesOf(done)).toEqual({ unchanged: 11, kept: 2, duplicate: 1, quarantined: 2 });
  });
});
