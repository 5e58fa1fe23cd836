import { bootSite, type Site } from '../harness/boot-site';
import { createDatabase, eachDatabase } from '../harness/databases';
import type { TestDatabase } from '../harness/test-database';

interface Locale {
  readonly id: number;
  readonly code: string;
}

eachDatabase('the first locales', (kind) => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createDatabase(kind);
  });
  afterAll(async () => {
    await database.drop();
  });

  async function onSite<Result>(work: (locales: Locales) => Promise<Result>): Promise<Result> {
    const site: Site = await bootSite({ database });
    try {
      return await work(site.strapi.plugin('i18n').service('locales'));
    } finally {
      await site.close();
    }
  }
  interface Locales {
    find(): Promise<Locale[]>;
    delete(where: { id: number }): Promise<unknown>;
  }
  const codes = async (locales: Locales) => (await locales.find()).map(({ code }) => code).sort();

  it('are English and Arabic on a new site', async () => {
    expect(await onSite(codes)).toEqual(['ar', 'en']);
  });

  it('do not come back once a person has deleted them', async () => {
    await onSite(async (locales) => {
      const arabic = (await locales.find()).find(({ code }) => code === 'ar');
      if (!arabic) throw new Error('There is no Arabic to delete.');
      await locales.delete({ id: arabic.id });
    });
    expect(await onSite(codes)).toEqual(['en']);
  });
});
