import { bootSite, type Site } from '../harness/boot-site';
import { createDatabase, eachDatabase } from '../harness/databases';
import type { TestDatabase } from '../harness/test-database';

eachDatabase('a date that an editor writes', (kind) => {
  let database: TestDatabase;
  let site: Site;

  beforeAll(async () => {
    database = await createDatabase(kind);
    site = await bootSite({ database });
  });
  afterAll(async () => {
    await site.close();
    await database.drop();
  });

  const articles = () => site.strapi.documents('api::article.article');
  const create = (data: Record<string, unknown>) =>
    articles().create({ data: { title: 'A dated article', ...data }, locale: 'en' });

  it('gives the days that lists are sorted by', async () => {
    const article = await create({ dateEdtf: '2016-07~' });
    expect(article).toMatchObject({ dateEarliest: '2016-07-01', dateLatest: '2016-07-31' });
  });

  it('takes the days with it when it goes', async () => {
    const { documentId } = await create({ dateEdtf: '2016' });
    const article = await articles().update({ documentId, locale: 'en', data: { dateEdtf: '' } });
    expect(article).toMatchObject({ dateEarliest: null, dateLatest: null });
  });

  it('leaves the days alone where only something else is saved', async () => {
    const { documentId } = await create({ dateEdtf: '2005/2017' });
    const article = await articles().update({ documentId, locale: 'en', data: { section: 'Culture' } });
    expect(article).toMatchObject({ dateEarliest: '2005-01-01', dateLatest: '2017-12-31' });
  });

  it('is refused with the reason where it is no EDTF', async () => {
    await expect(create({ dateEdtf: '2015-02-29' })).rejects.toThrow('"2015-02-29" is no date in EDTF');
  });
});
