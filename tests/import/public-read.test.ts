import { bootSite } from '../harness/boot-site';
import { createDatabase, eachDatabase } from '../harness/databases';
import { get, graphql } from '../harness/requests';
import type { TestDatabase } from '../harness/test-database';

const ON = { ARCHIVE_PUBLIC_READ: 'true' };
const TYPES = ['articles', 'sources', 'entities', 'media-items', 'archive/eras'];

eachDatabase('public read access', (kind) => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createDatabase(kind);
  });
  afterAll(async () => {
    await database.drop();
  });

  async function statuses(env: Readonly<Record<string, string>>): Promise<Record<string, number>> {
    const site = await bootSite({ database, env });
    try {
      const found: Record<string, number> = {};
      for (const type of TYPES) found[type] = (await get(site, `/api/${type}`)).status;
      return found;
    } finally {
      await site.close();
    }
  }
  const all = (status: number) => Object.fromEntries(TYPES.map((type) => [type, status]));

  it('is off unless the configuration asks for it', async () => {
    const site = await bootSite({ database });
    try {
      const strapi = site.strapi;
      await strapi.documents('api::article.article').create({
        data: { title: 'The kiosk is shut' },
        locale: 'en',
        status: 'published',
      });
      for (const type of TYPES) expect((await get(site, `/api/${type}`)).status).toBe(403);
      const { body } = await graphql(site, '{ articles { title } }');
      expect(body).toMatchObject({ errors: [{ message: 'Forbidden access' }] });

      // What a person grants by hand in the admin's settings.
      const role: { id: number } | null = await strapi.db
        .query('plugin::users-permissions.role')
        .findOne({ where: { type: 'public' } });
      await strapi.db.query('plugin::users-permissions.permission').create({
        data: { action: 'api::source.source.find', role: role?.id },
      });
    } finally {
      await site.close();
    }
  });

  it('is on while it is configured, without a right to write', async () => {
    expect(await statuses(ON)).toEqual(all(200));
    const site = await bootSite({ database, env: ON });
    try {
      const { body } = await graphql(site, '{ articles { title } }');
      expect(body).toEqual({ data: { articles: [{ title: 'The kiosk is shut' }] } });
      const create = 'mutation { createArticle(data: { title: "A wall poem" }) { title } }';
      expect((await graphql(site, create)).body).toMatchObject({ errors: [{ message: 'Forbidden access' }] });
    } finally {
      await site.close();
    }
  });

  it('does not show drafts to anybody who asks for them', async () => {
    const site = await bootSite({ database, env: ON });
    try {
      const data = { title: 'A kiosk that nobody has proof-read' };
      await site.strapi.documents('api::article.article').create({ data, locale: 'en' });
      const titles = (body: unknown) =>
        (body as { data: { title: string }[] }).data.map(({ title }) => title);
      const { body } = await get(site, '/api/articles', { status: 'draft' });
      expect(titles(body)).toEqual(['The kiosk is shut']);
      const answer = await graphql(site, '{ articles(status: DRAFT) { title } }');
      expect(answer.body).toEqual({ data: { articles: [{ title: 'The kiosk is shut' }] } });
    } finally {
      await site.close();
    }
  });

  it('ends with the configuration; what a person granted stays', async () => {
    expect(await statuses({})).toEqual({ ...all(403), sources: 200 });
    expect(await statuses({})).toEqual({ ...all(403), sources: 200 });
  });
});
