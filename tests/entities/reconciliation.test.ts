import request from 'supertest';

import { bootSite, type Site } from '../harness/boot-site';
import { publicCaller, tokenCaller, type Caller } from '../harness/callers';
import { createDatabase, eachDatabase } from '../harness/databases';
import type { TestDatabase } from '../harness/test-database';

const ENTITY = 'api::entity.entity';
const SOURCE = 'api::source.source';
const SERVICE = '/api/archive/reconcile';

jest.setTimeout(300_000);

interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly score: number;
  readonly match: boolean;
}

/** OpenRefine, and whoever else knows the Reconciliation Service API, works against the archive's records. */
eachDatabase('reconciliation', (kind) => {
  let database: TestDatabase;
  let site: Site;
  let caller: Caller;
  const ids: Record<string, string> = {};

  const save = async (uid: typeof ENTITY | typeof SOURCE, data: Readonly<Record<string, unknown>>) => {
    const { documentId } = await site.strapi.documents(uid).create({ data: data as never });
    ids[String(data['name'])] = `${uid === ENTITY ? 'entity' : 'source'}-${documentId}`;
    return documentId;
  };
  const names = (...texts: string[]) => texts.map((text) => ({ text, preferred: false }));
  const match = async (query: object): Promise<readonly Candidate[]> => {
    const queries = encodeURIComponent(JSON.stringify({ q0: query }));
    const { body } = await caller.get(`${SERVICE}?queries=${queries}`);
    return (body as { q0: { result: Candidate[] } }).q0.result;
  };

  beforeAll(async () => {
    database = await createDatabase(kind);
    site = await bootSite({ database });
    caller = await tokenCaller(site);
    const tinwar = { name: 'Yehya al-Tinwar', names: names('يحيى التنوار'), kind: 'person' };
    await save(ENTITY, { ...tinwar, identifiers: { wikidata: 'Q42', isni: '0000 0001 2103 2683' } });
    await save(ENTITY, { name: 'Hollin', kind: 'place', description: '<b>A town</b>' });
    await save(ENTITY, { name: 'Hollin Quarry', kind: 'place', reviewState: 'rejected' });
    await save(ENTITY, { name: 'Omar Tarsi', kind: 'person', reviewState: 'suggested' });
    await save(SOURCE, { name: 'Hollin Lantern', kind: 'newspaper', country: 'GB' });
  });
  afterAll(async () => {
    await site.close();
    await database.drop();
  });

  it('says what it can do, at addresses that answer', async () => {
    const manifest = (await caller.get(SERVICE)).body as unknown as {
      versions: string[];
      suggest: Record<string, { service_url: string; service_path: string }>;
    };
    expect(manifest.versions).toEqual(['0.2']);
    for (const { service_url: address, service_path: part } of Object.values(manifest.suggest)) {
      const { status, body } = await caller.get(`${new URL(address).pathname}${part}?prefix=pers`);
      expect([status, body]).toEqual([200, { result: expect.any(Array) as unknown }]);
    }
  });

  it('has a permission of its own', async () => {
    expect((await publicCaller(site).get(SERVICE)).status).toBe(403);
  });

  it('matches a name in any spelling and either script', async () => {
    const [best] = await match({ query: 'Yahya Tinwar', type: 'person' });
    expect(best).toMatchObject({ id: ids['Yehya al-Tinwar'], name: 'Yehya al-Tinwar' });
    expect(await match({ query: 'يحيى التنوار' })).toMatchObject([
      { id: ids['Yehya al-Tinwar'], match: true },
    ]);
    expect(await match({ query: 'Hollin Lantern', type: ['source'] })).toMatchObject([
      { id: ids['Hollin Lantern'], score: 100, match: true },
    ]);
  });

  it('offers no refused record, no other type, and matches nothing by itself that nobody confirmed', async () => {
    expect((await match({ query: 'Hollin Quarry' })).map(({ id }) => id)).not.toContain(ids['Hollin Quarry']);
    expect(await match({ query: 'Hollin', type: 'person' })).toEqual([]);
    expect(await match({ query: 'Omar Tarsi' })).toMatchObject([
      { id: ids['Omar Tarsi'], score: 100, match: false },
    ]);
  });

  it('goes by identifiers before names', async () => {
    const by = (v: string) => [{ pid: 'identifiers.wikidata', v }];
    expect(
      await match({ query: 'Somebody', properties: by('https://www.wikidata.org/wiki/Q42') }),
    ).toMatchObject([{ id: ids['Yehya al-Tinwar'], score: 100, match: true }]);
    expect(await match({ query: 'Yehya al-Tinwar', properties: by('Q7') })).toMatchObject([
      { score: 50, match: false },
    ]);
  });

  it('answers batches sent as a form, and extends what was matched', async () => {
    const post = async (field: string, value: object) => {
      const server = request(site.strapi.server.httpServer);
      const { accessKey } = (await site.strapi
        .service('admin::api-token')
        .create({ name: field, description: '', type: 'full-access', lifespan: null })) as {
        accessKey: string;
      };
      const sent = server
        .post(SERVICE)
        .set({ authorization: `Bearer ${accessKey}` })
        .type('form');
      return sent.send({ [field]: JSON.stringify(value) });
    };
    const batch = await post('queries', { one: { query: 'Hollin' }, two: { query: 'Nobody at all' } });
    expect(batch.body).toMatchObject({ one: { result: [{ id: ids['Hollin'] }] }, two: { result: [] } });
    const person = ids['Yehya al-Tinwar'] ?? '';
    const properties = [{ id: 'identifiers.isni' }, { id: 'names.text' }, { id: 'nothing' }];
    const extended = await post('extend', { ids: [person, 'entity-nobody'], properties });
    expect((extended.body as { rows: unknown }).rows).toEqual({
      [person]: {
        'identifiers.isni': [{ str: '0000000121032683' }],
        'names.text': [{ str: 'يحيى التنوار' }],
        nothing: [],
      },
      'entity-nobody': { 'identifiers.isni': [], 'names.text': [], nothing: [] },
    });
  });

  it('suggests records as they are typed', async () => {
    const suggested = async (prefix: string) => {
      const { body } = await caller.get(`${SERVICE}/suggest-entity?prefix=${prefix}`);
      return (body as unknown as { result: Candidate[] }).result.map(({ name }) => name).sort();
    };
    expect(await suggested('tin')).toEqual(['Yehya al-Tinwar']);
    expect(await suggested('HOL')).toEqual(['Hollin', 'Hollin Lantern']);
  });

  it('shows a page that may be framed and runs nothing', async () => {
    const { status, headers, text } = await caller.get(`${SERVICE}/preview?id=${ids['Hollin'] ?? ''}`);
    expect([status, headers['x-frame-options']]).toEqual([200, undefined]);
    expect(text).toContain('&lt;b&gt;A town&lt;/b&gt;');
    const person = await caller.get(`${SERVICE}/preview?id=${ids['Yehya al-Tinwar'] ?? ''}`);
    expect(person.text).toContain('href="https://isni.org/isni/0000000121032683"');
    expect((await caller.get(`${SERVICE}/preview?id=entity-nobody`)).status).toBe(404);
  });

  it('sees a record that was just saved', async () => {
    expect(await match({ query: 'Karim Lotfi' })).toEqual([]);
    await save(ENTITY, { name: 'Karim Lotfi', kind: 'person' });
    expect(await match({ query: 'Karim Lotfi' })).toMatchObject([{ id: ids['Karim Lotfi'], match: true }]);
  });

  it('refuses with a sentence what is no query, or too many', async () => {
    const ask = async (queries: string) => caller.get(`${SERVICE}?queries=${encodeURIComponent(queries)}`);
    expect((await ask('{')).body.error?.message).toMatch(/no JSON/);
    expect((await ask('{"q0":{"query":7}}')).body.error?.message).toMatch(/q0\.query/);
    const many = Object.fromEntries(
      Array.from({ length: 51 }, (_, at) => [`q${String(at)}`, { query: 'a' }]),
    );
    expect((await ask(JSON.stringify(many))).body.error?.message).toMatch(/at most 50/);
    expect((await caller.get(`${SERVICE}/constructor`)).status).toBe(404);
  });

  it('saves identifiers in one writing, and refuses a bad one with the reason', async () => {
    const saved = (identifiers: object) => save(ENTITY, { name: 'Lina Bell', kind: 'person', identifiers });
    await expect(saved({ isni: '0000000121032684' })).rejects.toThrow(/last character should be 3/);
    await expect(saved({ viaf: 'Bell' })).rejects.toThrow(/no VIAF identifier/);
    const documentId = await saved({ wikidata: 'https://www.wikidata.org/wiki/Q64', viaf: '' });
    const bell = await site.strapi.documents(ENTITY).findOne({ documentId, populate: ['identifiers'] });
    expect(bell).toMatchObject({ identifiers: { wikidata: 'Q64', viaf: null } });
  });
});
