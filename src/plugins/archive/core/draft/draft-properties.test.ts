import fc from 'fast-check';

import { sampledPage } from '../profiles/infer-page';
import { inferProfile } from '../profiles/infer-profile';
import { readProfile } from '../profiles/profile';
import { textReader } from '../readers/text/text-reader';
import type { SourceRecord } from '../source-record';
import { draftArticle } from './draft-from-record';

const MOST_BYTES = 64 * 1024 * 1024;

async function recordsOf(bytes: Uint8Array, chunk = bytes.length): Promise<SourceRecord[]> {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += Math.max(1, chunk)) yield bytes.subarray(at, at + chunk);
  }
  const records: SourceRecord[] = [];
  for await (const record of textReader.records(chunks(), { maxRecordBytes: MOST_BYTES }))
    records.push(record);
  return records;
}

/** What pages are made of, put together as no page is. */
const PIECES = [
  'Boats Return | The Daily Quay',
  'ASHARQ English Archive 2005 -2017',
  'Media ID: 55',
  'Caption:',
  'By Rosa Dunmere',
  'Rosa Dunmere — 31/12/2016',
  '30 February 2006',
  'Wednesday, 14 July 2004 10:45',
  '١٤ تموز ٢٠٠٤',
  'Riyadh- Sources said on Monday that the boats would return before the winter storms came.',
  'بيروت - افتتح ملتقى الرواية الثالث أعماله مساء الخميس بمشاركة أربعين كاتباً وكاتبة.',
  'Related stories',
  '  * [12]Home',
  'References',
  '   1. http://www.example.com/',
  '━━━━━━━━━━━━━━',
  '[logo.png]',
  '© 2009 The Quay. All rights reserved.',
  'Warning: undefined constant in /home/x.php on line 12',
  '\u0000\u0001\u001b[31m',
  '\ud83d',
  '\udc00\ud800',
  '\u202e\u200b\u00ad',
  'İıſŒﬁ',
  '-----',
  ' | ',
  ': ',
];
const LINE_ENDS = ['\n', '\r\n', '\r', '\u0085', '\u2028', '\f', ''];

const page = fc
  .array(
    fc.tuple(
      fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 60 })),
      fc.constantFrom(...LINE_ENDS),
    ),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.flat().join(''));

const PROFILE = readProfile({
  name: 'quay',
  version: 1,
  title: 'Quay',
  recognise: { any: [{ includes: 'The Daily Quay' }] },
  source: { name: 'The Daily Quay', spellings: ['Daily Quay'] },
  era: { name: 'ASHARQ English Archive', spellings: ['ASHARQ English Archive 2005 -2017'] },
  headline: { separators: [' | '], siteNames: ['The Daily Quay'] },
  boilerplate: [{ startsWith: '©' }, { includes: '[logo' }],
  markers: [
    { label: 'Media ID:', field: 'media.legacyId' },
    { label: 'Caption:', field: 'media.caption', valueOnNextLine: true },
    { label: 'By ', field: 'byline' },
  ],
  dateline: { separators: ['- ', ' - '] },
  end: [{ equals: 'Related stories' }],
}).profile;

/** Every place that a draft names lies in its record. */
function expectPlacesInside(record: SourceRecord, profiles: readonly NonNullable<typeof PROFILE>[]): void {
  const draft = draftArticle(record, { profiles, path: 'page.txt' });
  const places = [...Object.values(draft.evidence), ...draft.issues, ...draft.entities];
  for (const { start, end } of places) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThanOrEqual(start);
    expect(end).toBeLessThanOrEqual(record.text.length);
  }
  for (const { confidence } of [...Object.values(draft.evidence), ...draft.entities]) {
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
  }
  for (const { text, start, end } of draft.entities) expect(record.text.slice(start, end)).toBe(text);
}

describe('whatever the bytes', () => {
  it('every file is one record that holds all of them, however they arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 3000 }),
        fc.integer({ min: 1, max: 700 }),
        async (bytes, chunk) => {
          const [record, ...others] = await recordsOf(bytes, chunk);
          expect(others).toEqual([]);
          expect([record?.start, record?.end]).toEqual([0, bytes.length]);
          expect(record).toEqual((await recordsOf(bytes))[0]);
          if (record) expectPlacesInside(record, PROFILE ? [PROFILE] : []);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('whatever the page', () => {
  it('general rules place everything inside the record', async () => {
    await fc.assert(
      fc.asyncProperty(page, async (text) => {
        for (const record of await recordsOf(new TextEncoder().encode(text))) expectPlacesInside(record, []);
      }),
      { numRuns: 200 },
    );
  });

  it('so does a profile, and the text may hold lone surrogates', () => {
    fc.assert(
      fc.property(page, (text) => {
        expectPlacesInside(recordWith(`The Daily Quay\n${text}`), PROFILE ? [PROFILE] : []);
        expectPlacesInside(recordWith(text), []);
      }),
      { numRuns: 200 },
    );
  });

  it('a profile can be learned, and it fits the schema', () => {
    fc.assert(
      fc.property(fc.array(page, { maxLength: 6 }), (texts) => {
        const pages = texts.map((text) => sampledPage(recordWith(text))).filter((one) => one !== null);
        const { profile, findings } = inferProfile(pages, 'learned');
        expect(readProfile(JSON.parse(JSON.stringify(profile))).faults).toEqual([]);
        for (const { share } of findings) expect(share).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });
});

/** A record as a reader of another format may give it: its text was never bytes. */
function recordWith(text: string): SourceRecord {
  return { ...EMPTY, text };
}

let EMPTY: SourceRecord;
beforeAll(async () => {
  const [record] = await recordsOf(new TextEncoder().encode('x'));
  if (record === undefined) throw new Error('no record');
  EMPTY = record;
});

describe('hostile files', () => {
  it.each([
    ['50 MB on one line', 'word '.repeat(10_000_000), 'line-too-long'],
    ['50 MB of NUL', '\0'.repeat(50_000_000), 'file-binary'],
  ])('%s is refused with the reason, soon', async (_, text, code) => {
    const begun = performance.now();
    const [record] = await recordsOf(new TextEncoder().encode(text), 65_536);
    expect(record?.issues.map((one) => one.code)).toContain(code);
    const draft = record === undefined ? null : draftArticle(record, { profiles: [], path: 'x.txt' });
    expect(draft?.outcome).not.toBe('article');
    expect(performance.now() - begun).toBeLessThan(20_000);
  });

  it.each([
    ['a line just short enough', 'The boats came home. '.repeat(49_000)],
    ['a million line ends', '\r'.repeat(500_000) + '\n'.repeat(500_000)],
    ['a hundred thousand headings', 'Boats Return | Quay\n\n'.repeat(100_000)],
    ['a hundred thousand dates', '14 July 2004\n'.repeat(100_000)],
    ['a hundred thousand bylines', 'By Rosa Dunmere | 14 July 2004\n'.repeat(50_000)],
    ['colons', 'a:'.repeat(500_000)],
    ['brackets', `${'['.repeat(300_000)}\nReferences\n\n1. http://x.example/`],
  ])('%s takes a few seconds at most', (_, text) => {
    const begun = performance.now();
    draftArticle({ ...EMPTY, text }, { profiles: PROFILE ? [PROFILE] : [], path: 'x.txt' });
    expect(performance.now() - begun).toBeLessThan(15_000);
  });

  it('mixed line ends part the same paragraphs', () => {
    const lines = [
      'Boats Return | The Daily Quay',
      '',
      'The boats came home on Friday after the storm.',
      '',
      'Nobody was hurt, the harbour master said at noon.',
    ];
    const ends = ['\n', '\r\n', '\r', '\u2028'];
    const bodies = [...ends, null].map((end) => {
      const text = lines.map((line, index) => line + (end ?? ends[index % ends.length] ?? '')).join('');
      return draftArticle({ ...EMPTY, text }, { profiles: [], path: 'x.txt' }).article.body;
    });
    expect(new Set(bodies).size).toBe(1);
    expect(bodies[0]).toContain('storm.\n\nNobody');
  });
});
