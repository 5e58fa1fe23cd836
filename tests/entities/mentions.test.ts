import path from 'node:path';

import { bootSite } from '../harness/boot-site';
import { createDatabase, eachDatabase } from '../harness/databases';
import { importDumps, outcomesOf } from '../harness/import-dumps';
import { writeDump, writeProfile, type Page } from '../harness/invented-paper';
import { ledgerOf } from '../harness/ledger';
import { runCommand } from '../harness/run-command';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import type { TestDatabase } from '../harness/test-database';

const ENTITY = 'api::entity.entity';

/** Seen once in each, and with no more to go by than a verb: `said`. */
const page = (number: number, sentence: string): Page => ({
  title: `Council notes, part ${['one', 'two', 'three', 'four', 'five'][number] ?? ''}`,
  legacyId: String(900 + number),
  body: `HOLLIN - The members met on Monday and the clerk read the paper aloud.\n\n${sentence}\n\nThen they went home.`,
});
const SAID = 'The works will take a year, Omar Tarsi said in reply to the members.';

jest.setTimeout(300_000);

/** A name is kept wherever it is seen; a record is made of it only where it was seen enough. */
eachDatabase('names of articles', (kind) => {
  let database: TestDatabase;
  let folder: TemporaryFolder;
  let profile: string;

  const write = async (box: string, pages: Readonly<Record<string, Page>>) =>
    writeDump(path.join(folder.path, box), pages);
  const run = async (box: string) =>
    importDumps(database, ['--profile', profile, path.join(folder.path, box)]);
  const mentions = async (name: string) =>
    database.rows(
      `SELECT m.entity, m.kind, m.confidence, m.spans, m.title, a.locale, x.legacy_id, x.body
       FROM archive_mentions m JOIN archive_mention_articles a ON a.id = m.article
       JOIN articles x ON x.document_id = a.target AND x.published_at IS NULL
       WHERE m.text = '${name}' ORDER BY x.legacy_id`,
    );
  const records = async (name: string) =>
    database.rows(`SELECT document_id, kind, review_state FROM entities WHERE name = '${name}' ORDER BY id`);
  /** Legacy IDs of the article rows, draft and published, that are linked to a record. */
  const linked = async (name: string) => {
    const rows = await database.rows(
      `SELECT a.legacy_id FROM articles_entities_lnk l JOIN articles a ON a.id = l.article_id
       JOIN entities e ON e.id = l.entity_id WHERE e.name = '${name}' ORDER BY a.legacy_id, a.id`,
    );
    return rows.map((row) => row['legacy_id']);
  };

  beforeAll(async () => {
    database = await createDatabase(kind);
    folder = await temporaryFolder();
    profile = await writeProfile(folder.path);
    await (await bootSite({ database })).close();
    await write('first', { '0.txt': page(0, SAID), '1.txt': page(1, SAID) });
    await write('second', { '2.txt': page(2, `“No,” Gen. Lina Bell answered. ${SAID}`) });
  });
  afterAll(async () => {
    await database.drop();
    await folder.remove();
  });

  it('stay mentions, with places and confidence, while two articles alone have them', async () => {
    await run('first');
    const found = await mentions('Omar Tarsi');
    expect(found).toHaveLength(2);
    expect(found[0]).toMatchObject({
      entity: null,
      kind: 'person',
      title: null,
      locale: 'en',
      legacy_id: '900',
    });
    expect(found[0]?.['confidence']).toBeLessThan(0.9);
    const [start, end] = JSON.parse(String(found[0]?.['spans'])) as number[];
    expect(Number(end) - Number(start)).toBe('Omar Tarsi'.length);
    expect(await records('Omar Tarsi')).toEqual([]);
    // A dateline is evidence enough by itself.
    expect(await records('HOLLIN')).toMatchObject([{ kind: 'place', review_state: 'suggested' }]);
    expect(await linked('HOLLIN')).toEqual(['900', '900', '901', '901']);
  });

  it('become a suggested record with the third article, of another job, and the first two are linked to it', async () => {
    const { report } = await run('second');
    const [record] = await records('Omar Tarsi');
    expect(record).toMatchObject({ kind: 'person', review_state: 'suggested' });
    expect((await mentions('Omar Tarsi')).map((row) => row['entity'])).toEqual(
      Array.from({ length: 3 }, () => record?.['document_id']),
    );
    expect(await linked('Omar Tarsi')).toEqual(['900', '900', '901', '901', '902', '902']);
    expect(await mentions('Lina Bell')).toMatchObject([{ title: 'Gen.', kind: 'person' }]);
    expect((await ledgerOf(database, report.job)).map((row) => row.outcome)).toEqual(['created']);
  });

  it('are no edit: a changed page of the first job is updated, not kept', async () => {
    await write('first', { '0.txt': { ...page(0, `${SAID} So it was in Damascus.`), section: 'Town' } });
    expect(outcomesOf(await run('first'))).toEqual({ updated: 1, unchanged: 1 });
    expect(await linked('Damascus')).toEqual(['900', '900']);
    expect(await mentions('Damascus')).toHaveLength(1);
  });

  it('are put back as they were when the change is undone', async () => {
    const [last] = await database.rows('SELECT max(id) AS id FROM archive_import_jobs');
    const { code, stderr } = await runCommand(['rollback', String(last?.['id'])], { env: database.env });
    expect([code, stderr]).toEqual([0, expect.any(String)]);
    expect(await mentions('Damascus')).toEqual([]);
    expect(await records('Damascus')).toEqual([]);
    expect(await mentions('Omar Tarsi')).toHaveLength(3);
    expect(await linked('Omar Tarsi')).toEqual(['900', '900', '901', '901', '902', '902']);
    await write('first', { '0.txt': page(0, SAID) });
  });

  it('are found under every name of a record that people made, in both scripts, once the page is imported again', async () => {
    const site = await bootSite({ database });
    const names = [{ text: 'the members', language: 'en', preferred: false }];
    const record = await site.strapi.documents(ENTITY).create({
      data: { name: 'Hollin Council', kind: 'organization', reviewState: 'confirmed', names } as never,
    });
    await site.close();
    // Both are linked to one more record now; the third time, nothing is new.
    expect(outcomesOf(await run('first'))).toEqual({ updated: 2 });
    expect(outcomesOf(await run('first'))).toEqual({ unchanged: 2 });
    expect(await linked('Hollin Council')).toEqual(['900', '900', '901', '901']);
    expect((await mentions('The members')).map((row) => row['entity'])).toEqual([
      record.documentId,
      record.documentId,
    ]);
  });

  it('never bring back a record that people refused', async () => {
    const site = await bootSite({ database });
    const [found] = await site.strapi.documents(ENTITY).findMany({ filters: { name: 'Lina Bell' } });
    await site.strapi
      .documents(ENTITY)
      .update({ documentId: found?.documentId ?? '', data: { reviewState: 'rejected' } as never });
    await site.close();
    await write('third', { '3.txt': page(3, '“Never,” Gen. Lina Bell answered.') });
    await run('third');
    expect(await records('Lina Bell')).toMatchObject([{ review_state: 'rejected' }]);
    expect((await mentions('Lina Bell')).map((row) => row['entity'])).toContain(null);
    expect(await linked('Lina Bell')).not.toContain('903');
  });
});
