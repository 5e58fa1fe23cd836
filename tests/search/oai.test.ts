import request from 'supertest';

import { bootSite, type Site } from '../harness/boot-site';
import { createDatabase, eachDatabase } from '../harness/databases';
import type { TestDatabase } from '../harness/test-database';
import { isWellFormed } from '../harness/well-formed';
import { ARTICLE, createArticle } from './archive-of-articles';

const PUBLIC_URL = 'http://archive.example';

eachDatabase('OAI-PMH', (kind) => {
  let database: TestDatabase;
  let site: Site;
  let source: string;
  let first: string;
  let takenDown: string;

  beforeAll(async () => {
    database = await createDatabase(kind);
    site = await bootSite({ database, env: { ARCHIVE_PUBLIC_READ: 'true', PUBLIC_URL } });
    const { strapi } = site;
    const courier = await strapi
      .documents('api::source.source')
      .create({ data: { name: 'The Sefina Courier' } });
    source = courier.documentId;
    first = await createArticle(strapi, { title: 'Harbour & dredging', dateEdtf: '2005-07', source });
    takenDown = await createArticle(strapi, { title: 'Zyxwsecret', source });
    for (let n = 0; n < 103; n += 1) await createArticle(strapi, { title: `Filler ${String(n)}` });
    await createArticle(strapi, { title: 'Zyxwsecret', published: false });
    const reason = 'Zyxwreason';
    await strapi
      .plugin('archive')
      .service('takedown')
      .withdraw({ contentType: ARTICLE, documentId: takenDown, locale: 'en', reason });
  });
  afterAll(async () => {
    await site.close();
    await database.drop();
  });

  const ask = async (query: string, headers: Record<string, string> = {}) => {
    const server = request(site.strapi.server.httpServer);
    const answer = await server.get(`/api/archive/oai?${query}`).set(headers).buffer(true);
    if (answer.status === 200) expect(isWellFormed(answer.text)).toBe(true);
    return answer;
  };
  const identifiersIn = (xml: string) =>
    [...xml.matchAll(/<identifier>([^<]*)<\/identifier><datestamp>/g)].map((one) => one[1]);
  const nameOf = (documentId: string) => `oai:archive.example:${documentId}/en`;

  it('says who it is, what it has and how', async () => {
    const identify = (await ask('verb=Identify')).text;
    expect(identify).toContain('<deletedRecord>transient</deletedRecord>');
    expect(identify).toContain('<adminEmail>postmaster@archive.example</adminEmail>');
    expect((await ask('verb=ListMetadataFormats')).text.match(/<metadataPrefix>\w+/g)).toEqual([
      '<metadataPrefix>oai_dc',
      '<metadataPrefix>mods',
    ]);
    expect((await ask('verb=ListSets')).text).toContain(
      `<set><setSpec>source:${source}</setSpec><setName>The Sefina Courier</setName></set>`,
    );
  });

  it('gives every record once over all answers, with what was taken down and no draft', async () => {
    const seen: string[] = [];
    let query = 'verb=ListRecords&metadataPrefix=oai_dc';
    for (let answers = 0; query !== '' && answers < 5; answers += 1) {
      const { text } = await ask(query);
      expect(text).not.toContain('Zyxw');
      seen.push(...identifiersIn(text).map(String));
      const token = /<resumptionToken>([^<]+)</.exec(text)?.[1];
      query = token === undefined ? '' : `verb=ListRecords&resumptionToken=${encodeURIComponent(token)}`;
      if (token === undefined) expect(text).toContain('<resumptionToken></resumptionToken>');
    }
    expect(seen).toHaveLength(105);
    expect(new Set(seen).size).toBe(105);
    expect(seen.at(-1)).toBe(nameOf(takenDown));
  });

  it('harvests one set, with what was taken down of it', async () => {
    const { text } = await ask(`verb=ListIdentifiers&metadataPrefix=mods&set=source:${source}`);
    expect(identifiersIn(text)).toEqual([nameOf(first), nameOf(takenDown)]);
    expect(text.match(/status="deleted"/g)).toHaveLength(1);
    const strange = await ask('verb=ListRecords&metadataPrefix=oai_dc&set=era:nothing');
    expect(strange.text).toContain('code="noRecordsMatch"');
  });

  it('gives one record in each format', async () => {
    const of = (prefix: string) => `verb=GetRecord&identifier=${nameOf(first)}&metadataPrefix=${prefix}`;
    const dublinCore = (await ask(of('oai_dc'))).text;
    expect(dublinCore).toContain('<dc:title>Harbour &amp; dredging</dc:title>');
    expect(dublinCore).toContain('<dc:date>2005-07</dc:date>');
    expect((await ask(of('mods'))).text).toContain(
      '<dateIssued encoding="edtf" keyDate="yes">2005-07</dateIssued>',
    );
    const gone = await ask(`verb=GetRecord&identifier=${nameOf(takenDown)}&metadataPrefix=mods`);
    expect(gone.text).toContain('<header status="deleted">');
    expect(gone.text).not.toContain('<metadata>');
  });

  it('keeps to the time asked for', async () => {
    const between = (from: string, until: string) =>
      ask(`verb=ListIdentifiers&metadataPrefix=oai_dc&from=${from}&until=${until}`);
    expect((await between('1999-01-01', '1999-12-31')).text).toContain('code="noRecordsMatch"');
    expect(identifiersIn((await between('1999-01-01', '2999-12-31')).text)).toHaveLength(100);
  });

  it('answers what makes no sense as the protocol says', async () => {
    const { status, text } = await ask('verb=Steal');
    expect(status).toBe(200);
    expect(text).toContain('<error code="badVerb">');
    expect(text).toMatch(/<request>[^<]*\/api\/archive\/oai<\/request>/);
    for (const identifier of ['x', nameOf('nothing'), `${nameOf(first)}'--`, 'oai:archive.example:%00'])
      expect((await ask(`verb=GetRecord&metadataPrefix=oai_dc&identifier=${identifier}`)).text).toContain(
        'code="idDoesNotExist"',
      );
    const token = 'oai_dc~~~~live~999999999999999~999999999999999';
    expect((await ask(`verb=ListRecords&resumptionToken=${token}`)).text).toContain(
      'code="badResumptionToken"',
    );
    const posted = await request(site.strapi.server.httpServer)
      .post('/api/archive/oai')
      .type('form')
      .send({ verb: 'Identify' })
      .buffer(true);
    expect(posted.text).toContain('<Identify>');
  });

  it('is not sent again where nothing changed', async () => {
    const etag = String((await ask('verb=ListSets')).headers['etag']);
    expect((await ask('verb=ListSets', { 'If-None-Match': etag })).status).toBe(304);
  });
});
