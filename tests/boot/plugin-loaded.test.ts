import { bootSite } from '../harness/boot-site';
import { createDatabase, eachDatabase } from '../harness/databases';
import { changedTables, snapshotOf } from '../harness/snapshot';
import type { TestDatabase } from '../harness/test-database';

/** Strapi itself fills in its list views' settings at the second boot. */
const STRAPI_SETTLES = new Set(['strapi_core_store_settings', 'sqlite_sequence']);

/** Strapi skips a plugin whose built file is missing without a word, so a site without it looks healthy. */
eachDatabase('a site boots with the archive plugin', (kind) => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createDatabase(kind);
  });
  afterAll(async () => {
    await database.drop();
  });

  it('loads the plugin, its attributes and both locales', async () => {
    const { strapi, close } = await bootSite({ database });
    try {
      expect(strapi.plugin('archive')).toBeDefined();
      expect(Object.keys(strapi.contentType('api::article.article').attributes)).toEqual(
        expect.arrayContaining(['title', 'era', 'legacyId', 'dateEdtf', 'dateEarliest', 'dateLatest']),
      );
      const locales: unknown = await strapi.plugin('i18n').service('locales').find();
      expect(locales).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ code: 'en' }),
          expect.objectContaining({ code: 'ar' }),
        ]),
      );
      const columns = await database.columns();
      expect(columns).toContainEqual({ table_name: 'articles', column_name: 'legacy_id' });
      expect(columns).toContainEqual({ table_name: 'articles', column_name: 'date_edtf' });
    } finally {
      await close();
    }
  });

  it('changes nothing when it boots again', async () => {
    const before = await snapshotOf(database);
    const { close } = await bootSite({ database });
    await close();
    const changed = changedTables(before, await snapshotOf(database));
    expect(changed.filter((table) => !STRAPI_SETTLES.has(table))).toEqual([]);
  });
});
