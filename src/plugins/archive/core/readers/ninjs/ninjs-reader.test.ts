import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { draftArticle } from '../../draft/draft-from-record';
import { readerFor } from '../index';
import { evidenceTexts, readAll } from '../read-all.test-support';
import { ninjsReader } from './ninjs-reader';

const VERSION_1 = JSON.stringify({
  uri: 'urn:quay:1',
  type: 'text',
  pubstatus: 'usable',
  firstcreated: '2009-04-03T10:00:00Z',
  versioncreated: '2009-04-05T10:00:00Z',
  language: 'en',
  byline: 'By Mara Velsk',
  located: 'Rasmira',
  headline: 'Lamp lit again',
  description_text: 'After nine years.',
  body_text: 'Plain.',
  body_html: '<p>The lamp was <em>lit</em>.</p><p>Again.</p>',
  subject: [{ name: 'lighthouses', scheme: 'http://quay.example/subjects' }],
  infosource: [{ name: 'Quay Agency' }],
  associations: {
    main: {
      uri: 'urn:quay:picture:7',
      type: 'picture',
      byline: 'Toma Irvel',
      description_text: 'The lamp',
      renditions: {
        small: { href: 'http://quay.example/7-s.jpg', width: 100 },
        large: { href: 'http://quay.example/7.jpg', width: 900 },
      },
    },
  },
});

const VERSION_3 = JSON.stringify({
  standard: { name: 'ninjs', version: '3.0' },
  uri: 'urn:quay:2',
  pubStatus: 'canceled',
  versionCreated: '2009-04-05',
  by: 'Mara Velsk',
  headlines: [
    { role: 'sub', value: 'After nine years' },
    { role: 'main', value: 'Lamp lit' },
  ],
  bodies: [
    { role: 'nitf', contentType: 'application/xml', value: '<nitf/>' },
    { role: 'text', contentType: 'text/plain', value: 'The lamp was lit.' },
  ],
  subjects: [{ name: 'lamps' }],
  associations: [
    { name: 'a1', uri: 'urn:p', renditions: [{ name: 'r', href: 'http://quay.example/p.jpg' }] },
  ],
});

describe('ninjsReader', () => {
  it('states an item of version 1', async () => {
    const [record] = await readAll(ninjsReader, VERSION_1);
    expect(record?.issues).toEqual([]);
    expect(record?.stated).toMatchObject({
      title: { placed: { text: 'Lamp lit again' } },
      body: { placed: { text: 'The lamp was lit.\n\nAgain.' } },
      bodyMarkdown: 'The lamp was _lit_.\n\nAgain.',
      standfirst: { value: 'After nine years.' },
      byline: { value: 'Mara Velsk' },
      dateline: { value: 'Rasmira' },
      tags: [{ value: 'lighthouses' }],
      dates: [
        { edtf: '2009-04-03', kind: 'published' },
        { edtf: '2009-04-05', kind: 'modified' },
      ],
      language: { value: 'en' },
      legacyId: { value: 'urn:quay:1' },
      source: { value: 'Quay Agency' },
      media: [
        {
          legacyId: { value: 'urn:quay:picture:7' },
          url: { value: 'http://quay.example/7.jpg' },
          caption: { value: 'The lamp' },
          credit: { value: 'Toma Irvel' },
        },
      ],
      unpublished: false,
    });
    expect(evidenceTexts(record)).toMatchObject({ title: 'ninjs:headline «Lamp lit again»' });
  });

  it('states an item of version 3, and keeps a canceled one a draft', async () => {
    const [record] = await readAll(ninjsReader, VERSION_3);
    expect(record?.stated).toMatchObject({
      title: { placed: { text: 'Lamp lit' } },
      body: { placed: { text: 'The lamp was lit.' } },
      standfirst: { value: 'After nine years' },
      dates: [{ edtf: '2009-04-05', kind: 'published' }],
      media: [{ url: { value: 'http://quay.example/p.jpg' } }],
      unpublished: true,
    });
    expect(record?.issues.map(({ code }) => code)).toEqual(['not-published']);
  });

  it.each([
    ['a list', `[${VERSION_1},\n${VERSION_3}]`],
    ['lines', `${VERSION_1}\n${VERSION_3}`],
    ['an object that holds a list', `{"items": [${VERSION_1},${VERSION_3}]}`],
  ])('reads items in %s', async (_name, text) => {
    expect(readerFor(new TextEncoder().encode(text), 'a.json')?.name).toBe('ninjs');
    const records = await readAll(ninjsReader, text);
    expect(records.map(({ stated }) => stated?.title?.placed.text)).toEqual(['Lamp lit again', 'Lamp lit']);
  });

  it.each([
    ['{"headline":"A"}', 'no uri'],
    ['{"uri":"u","type":"novel"}', 'type: novel is not one of text, audio, video'],
    ['{"uri":"u","pubstatus":"cancelled"}', 'pubstatus: cancelled is not one of'],
    ['{"uri":"u","title":42}', 'title: expected string'],
    ['{"uri":"u","person":"Mara"}', 'person: expected objects'],
    ['{"uri":"u","urgency":0.1}', 'urgency: not 1 to 9'],
    ['{"uri":"u","random":1}', 'random: unknown property'],
    ['{"uri":"u","versioncreated":"soon"}', 'versioncreated: expected date'],
    ['{"uri":"u","associations":[{"name":"a"}]}', 'associations: no uri'],
    ['{"uri":"u","rightsinfo":{"linkedrights":"a","encodedrights":"b"}}', 'rightsinfo: linked and encoded'],
  ])('tells what is wrong with %s', async (text, found) => {
    const [record] = await readAll(ninjsReader, text);
    const faults =
      record?.issues.filter(({ code }) => code === 'ninjs-invalid').map((fault) => fault.found) ?? [];
    expect(faults.some((fault) => fault.startsWith(found))).toBe(true);
  });
});

const CORPUS = resolve(__dirname, '../../../../../../../shared/corpus/ninjs/validation/test_suite');

/** Faults that only the schema of one version, or of a part that is not read, can tell. */
const BEYOND =
  /type_component|pubstatus_commissioned|infosource|geojson|advice|event_with|truncated_date|planned_coverage|combined_rights|bad_rightsinfo/;

describe('the examples of IPTC', () => {
  const skipped = !existsSync(CORPUS) && process.env['CI'] !== 'true';
  if (skipped) console.log(`Skipped: ${CORPUS} is not there.`);
  const files = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? files(path) : [path];
    });

  (skipped ? it.skip : it)(
    'tells a fault in each that should fail, but for what is not checked',
    async () => {
      const silent: string[] = [];
      const all = files(CORPUS).filter((path) => path.includes('should_fail'));
      for (const path of all) {
        const records = await readAll(ninjsReader, readFileSync(path));
        const drafts = records.map((record) => draftArticle(record, { profiles: [], path }));
        const told = drafts.some(({ issues }) =>
          issues.some(({ code }) => /^(?:ninjs|json)-invalid$/.test(code)),
        );
        if (!told && !BEYOND.test(path)) silent.push(path);
        expect(drafts.every(({ issues }) => issues.length > 0)).toBe(true);
      }
      expect(all.length).toBeGreaterThan(60);
      expect(silent).toEqual([]);
    },
  );
});
