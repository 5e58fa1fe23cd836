import { bootSite } from '../harness/boot-site';
import { copyAppWithoutPlugin, type AppCopy } from '../harness/copy-app';
import { createDatabase, eachDatabase } from '../harness/databases';
import { changedTables, snapshotOf } from '../harness/snapshot';
import type { TestDatabase } from '../harness/test-database';

const ARTICLE = 'api::article.article';

/** Plain Strapi would take the plugin's attributes for deleted ones and drop their columns with every value. */
eachDatabase('a site whose plugin is not built', (kind) => {
  let database: TestDatabase;
  let copy: AppCopy;

  beforeAll(async () => {
    database = await createDatabase(kind);
    copy = await copyAppWithoutPlugin();
  });
  afterAll(async () => {
    await database.drop();
    await copy.remove();
  });

  it('refuses to start and leaves every column and value in place', async () => {
    const site = await bootSite({ database });
    const { documentId } = await site.strapi.documents(ARTICLE).create({
      data: { title: 'The lighthouse is lit again', legacyId: '90210', dateEdtf: '1987-03~' },
      locale: 'en',
      status: 'published',
    });
    await site.close();
    const before = await snapshotOf(database);
    expect(before.rows['articles']).toHaveLength(2);
    expect(before.rows['articles']?.join()).toContain('"legacy_id":"90210"');

    await expect(bootSite({ database, appDir: copy.appDir })).rejects.toThrow(
      /archive plugin is not loaded.*Nothing was changed.*npm run build/,
    );
    expect(changedTables(before, await snapshotOf(database))).toEqual([]);

    const again = await bootSite({ database });
    const article = await again.strapi.documents(ARTICLE).findOne({ documentId, locale: 'en' });
    await again.close();
    expect(article).toMatchObject({ legacyId: '90210', dateEdtf: '1987-03~' });
  });

  it('starts on a database that never held archive data', async () => {
    const empty = await createDatabase(kind);
    try {
      const { strapi, close } = await bootSite({ database: empty, appDir: copy.appDir });
      expect(strapi.plugin('archive')).toBeUndefined();
      await close();
    } finally {
      await empty.drop();
    }
  });
});
