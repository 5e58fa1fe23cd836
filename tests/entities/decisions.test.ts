import path from 'node:path';

import type { EntityService } from '../../src/plugins/archive/server/src/entities/entity-service';
import { bootSite, type Site } from '../harness/boot-site';
import { createDatabase, eachDatabase } from '../harness/databases';
import { importDumps, outcomesOf } from '../harness/import-dumps';
import { writeDump, writeProfile, type Page } from '../harness/invented-paper';
import { temporaryFolder, type TemporaryFolder } from '../harness/temporary-folder';
import type { TestDatabase } from '../harness/test-database';

const ENTITY = 'api::entity.entity';

const page = (number: number, sentence: string): Page => ({
  title: `Council notes, part ${['zero', 'one', 'two', 'three', 'four', 'five', 'six'][number] ?? ''}`,
  legacyId: String(900 + number),
  body: `HOLLIN - The members met on Monday and the clerk read paper ${String(number)} aloud.\n\n${sentence}`,
});
const PAGES = {
  '0.txt': page(0, 'Gen. Yehya al-Tinwar left.'),
  '1.txt': page(1, 'Gen. Yahya Tinwar came.'),
  '2.txt': page(2, 'Gen. Yehya al-Tinwar met Gen. Yahya Tinwar.'),
  '3.txt': page(3, 'Gen. Lina Bell spoke with Gen. Karim Lotfi.'),
};

jest.setTimeout(300_000);

/** What people decide stays decided: no import and no later look at the same names undoes it. */
eachDatabase('decisions about entities', (kind) => {
  let database: TestDatabase;
  let folder: TemporaryFolder;
  let profile: string;

  const run = async () => importDumps(database, ['--profile', profile, path.join(folder.path, 'box')]);
  const onSite = async (act: (site: Site, entities: EntityService) => Promise<void>): Promise<void> => {
    const site = await bootSite({ database });
    const entities: EntityService = site.strapi.plugin('archive').service('entity');
    try {
      await act(site, entities);
      await entities.settled();
    } finally {
      await site.close();
    }
  };
  const idOf = async (name: string): Promise<string> => {
    const [row] = await database.rows(`SELECT document_id FROM entities WHERE name = '${name}'`);
    return String(row?.['document_id']);
  };
  /** Legacy IDs of the articles, draft and published, that are linked to a record. */
  const linked = async (name: string) => {
    const rows = await database.rows(
      `SELECT a.legacy_id FROM articles_entities_lnk l JOIN articles a ON a.id = l.article_id
       JOIN entities e ON e.id = l.entity_id WHERE e.name = '${name}' ORDER BY a.legacy_id, a.id`,
    );
    return rows.map((row) => row['legacy_id']).join(' ');
  };
  const namesOf = async (name: string) => {
    const rows = await database.rows(
      `SELECT n.text FROM entities e JOIN entities_cmps c ON c.entity_id = e.id AND c.field = 'names'
       JOIN components_archive_names n ON n.id = c.cmp_id WHERE e.name = '${name}' ORDER BY c."order"`,
    );
    return rows.map((row) => row['text']);
  };

  beforeAll(async () => {
    database = await createDatabase(kind);
    folder = await temporaryFolder();
    profile = await writeProfile(folder.path);
    await (await bootSite({ database })).close();
    await writeDump(path.join(folder.path, 'box'), PAGES);
    await run();
  });
  afterAll(async () => {
    await database.drop();
    await folder.remove();
  });

  it('begins with two records for two spellings, which are suggested to be one', async () => {
    expect(await linked('Yehya al-Tinwar')).toBe('900 900 902 902');
    expect(await linked('Yahya Tinwar')).toBe('901 901 902 902');
    await onSite(async (_site, entities) => {
      const { suggestions } = await entities.queue(10, null);
      const [first] = suggestions;
      expect([first?.from.name, first?.into.name].sort()).toEqual(['Yahya Tinwar', 'Yehya al-Tinwar']);
      expect(first?.reasons).toEqual(['spelling']);
    });
  });

  it('merges: names and links go over, the record stays as a redirect, and imports follow it', async () => {
    const [from, into] = [await idOf('Yahya Tinwar'), await idOf('Yehya al-Tinwar')];
    await onSite(async (_site, entities) => {
      await expect(entities.merge([into], into)).rejects.toThrow(/into itself/);
      await entities.merge([from], into);
      await expect(entities.merge([into], from)).rejects.toThrow(/merged into Yehya al-Tinwar/);
      await expect(entities.merge([from], into)).rejects.toThrow(/already/);
      await expect(entities.merge(['nobody'], into)).rejects.toThrow(/no entity/);
    });
    expect(await linked('Yehya al-Tinwar')).toBe('900 900 901 901 902 902');
    expect(await linked('Yahya Tinwar')).toBe('');
    expect(await namesOf('Yehya al-Tinwar')).toEqual(['Yehya al-Tinwar', 'Yahya Tinwar']);
    expect(outcomesOf(await run())).toEqual({ unchanged: 4 });
    await writeDump(path.join(folder.path, 'box'), {
      '1.txt': { ...page(1, 'Gen. Yahya Tinwar came from Damascus.'), section: 'Town' },
      '4.txt': page(4, 'Gen. Yahya Tinwar came again.'),
    });
    expect(outcomesOf(await run())).toEqual({ created: 1, updated: 1, unchanged: 3 });
    expect(await linked('Yehya al-Tinwar')).toBe('900 900 901 901 902 902 904 904');
    expect(await linked('Damascus')).toBe('901 901');
  });

  it('undoes a merge: each has its own again, also what came in between', async () => {
    const from = await idOf('Yahya Tinwar');
    await onSite(async (_site, entities) => {
      await entities.unmerge(from);
      await expect(entities.unmerge(from)).rejects.toThrow(/not merged/);
    });
    expect(await namesOf('Yehya al-Tinwar')).toEqual(['Yehya al-Tinwar']);
    expect(await linked('Yehya al-Tinwar')).toBe('900 900 902 902 904 904');
    expect(await linked('Yahya Tinwar')).toBe('901 901 902 902');
    const own = await database.rows(
      `SELECT count(*) AS count FROM archive_mentions WHERE entity = '${from}' AND text = 'Yahya Tinwar'`,
    );
    expect(Number(own[0]?.['count'])).toBe(3);
  });

  it('splits: a record parts with names, mentions and links', async () => {
    const [bell, lotfi] = [await idOf('Lina Bell'), await idOf('Karim Lotfi')];
    const names = ['Lina Bell', 'Karim Lotfi'].map((text) => ({ text, language: 'en', preferred: false }));
    await onSite(async ({ strapi }, entities) => {
      await strapi.documents(ENTITY).delete({ documentId: lotfi });
      await strapi.documents(ENTITY).update({ documentId: bell, data: { names } as never });
      await entities.settled();
      const split = (...parts: string[]) => entities.split({ entity: bell, names: parts, kind: null });
      await expect(split('Nobody')).rejects.toThrow(/only these names/);
      await expect(split('Lina Bell')).rejects.toThrow(/keeps/);
      const mentioned = await database.rows(`SELECT entity FROM archive_mentions WHERE text = 'Karim Lotfi'`);
      expect(mentioned).toEqual([{ entity: bell }]);
      const fresh = await split('Karim Lotfi');
      await entities.settled();
      expect(await database.rows(`SELECT entity FROM archive_mentions WHERE text = 'Karim Lotfi'`)).toEqual([
        { entity: fresh },
      ]);
    });
    expect(await namesOf('Lina Bell')).toEqual(['Lina Bell']);
    expect(await linked('Lina Bell')).toBe('903 903');
    expect(await linked('Karim Lotfi')).toBe('903 903');
  });

  it('remembers a rename and a deletion: no import brings the old record back', async () => {
    const bell = await idOf('Lina Bell');
    await onSite(async ({ strapi }) => {
      await strapi
        .documents(ENTITY)
        .update({ documentId: bell, data: { name: 'Lina Bellamy', names: [] } as never });
    });
    await writeDump(path.join(folder.path, 'box'), { '5.txt': page(5, 'Gen. Lina Bell spoke again.') });
    await run();
    expect(await database.rows(`SELECT id FROM entities WHERE name = 'Lina Bell'`)).toEqual([]);
    expect(await linked('Lina Bellamy')).toBe('903 903 905 905');
    await onSite(async ({ strapi }) => {
      await strapi.documents(ENTITY).delete({ documentId: bell });
    });
    await writeDump(path.join(folder.path, 'box'), {
      '6.txt': page(6, 'Gen. Lina Bellamy spoke, Gen. Lina Bell too.'),
    });
    await run();
    expect(await database.rows(`SELECT id FROM entities WHERE name LIKE 'Lina Bell%'`)).toEqual([]);
  });

  it('takes the links away from a record that is refused, and gives them to one that gets a name', async () => {
    const tinwar = await idOf('Yehya al-Tinwar');
    await onSite(async ({ strapi }) => {
      await strapi
        .documents(ENTITY)
        .update({ documentId: tinwar, data: { reviewState: 'rejected' } as never });
    });
    expect(await linked('Yehya al-Tinwar')).toBe('');
    await onSite(async ({ strapi }) => {
      const names = [{ text: 'Lina Bell', language: 'en', preferred: false }];
      await strapi.documents(ENTITY).create({ data: { name: 'Lina B.', kind: 'person', names } as never });
    });
    expect(await linked('Lina B.')).toBe('903 903 905 905 906 906');
  });

  it('serves the page of an entity: articles, years and company', async () => {
    await onSite(async (_site, entities) => {
      const found = await entities.page(await idOf('HOLLIN'), { page: 1, pageSize: 2 });
      expect(found).toMatchObject({ name: 'HOLLIN', kind: 'place', mergedInto: null });
      expect(found?.articles.total).toBe(7);
      expect(found?.articles.data).toHaveLength(2);
      expect(found?.articles.data[0]).toMatchObject({ locale: 'en', mentions: 1, confidence: 0.95 });
      expect(found?.together.map(({ name }) => name)).toContain('Lina B.');
      expect(await entities.page('nobody', { page: 1, pageSize: 2 })).toBeNull();
    });
  });
});
