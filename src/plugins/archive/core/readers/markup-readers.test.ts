import fc from 'fast-check';

import { draftsOf } from './drafts-of';
import { READERS } from './index';
import type { Reader } from './reader';

/** Words of each format, well-formed or not: shuffled, they are the worst that a dump may hold. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  wxr: [
    ...[
      '<item>',
      '</item>',
      '<title>',
      '</title>',
      '<content:encoded>',
      '</content:encoded>',
      '<wp:post_id>7</wp:post_id>',
    ],
    ...[
      '<wp:post_type>post</wp:post_type>',
      '<wp:post_type>attachment</wp:post_type>',
      '<link>/a</link>',
      '[caption id="attachment_1"]',
    ],
    ...[
      '[/caption]',
      '[gallery ids="1,2"]',
      '[x a="b"]',
      '<wp:post_date>2001-05-04</wp:post_date>',
      '<!-- wp:p -->',
      '<excerpt:encoded>x</excerpt:encoded>',
    ],
  ],
  rss: [
    ...[
      '<item>',
      '</item>',
      '<entry>',
      '</entry>',
      '<title>',
      '</title>',
      '<description>',
      '</description>',
      '<guid>7</guid>',
    ],
    ...[
      '<content type="xhtml">',
      '</content>',
      '<pubDate>Fri, 04 May 2001</pubDate>',
      '<media:content url="https://a.example/b">',
      '<link href="/a"/>',
    ],
  ],
  'newsml-g2': [
    ...[
      '<newsItem guid="7">',
      '</newsItem>',
      '<itemMeta>',
      '</itemMeta>',
      '<contentMeta>',
      '</contentMeta>',
      '<headline>',
      '</headline>',
    ],
    ...[
      '<contentSet>',
      '<inlineXML>',
      '</inlineXML>',
      '<inlineData>',
      '<nitf>',
      '<packageItem/>',
      '<h:p>',
      '<contentCreated>2001-05-04</contentCreated>',
    ],
  ],
  nitf: [
    ...[
      '<nitf>',
      '</nitf>',
      '<body>',
      '</body>',
      '<body.head>',
      '<body.content>',
      '</body.content>',
      '<hl1>',
      '</hl1>',
      '<byline>By A</byline>',
    ],
    ...[
      '<media>',
      '<media-caption>',
      '</media>',
      '<dateline>A, May 4 -</dateline>',
      '<date.issue norm="20010504"/>',
      '<block class="full_text">',
    ],
  ],
  'sgml-doc': [
    ...[
      '<DOC>',
      '</DOC>',
      '<doc id="7">',
      '<REUTERS NEWID="1">',
      '</REUTERS>',
      '<TITLE>',
      '</TITLE>',
      '<TEXT>',
      '</TEXT>',
      '<BODY>',
    ],
    ...[
      '<P>',
      '<DATE>03/08/2016</DATE>',
      '<DATELINE>A, Feb 26 -</DATELINE>',
      '<TOPICS><D>a</D></TOPICS>',
      ' Reuter',
      '    ',
      '<LP>',
      '&#3;',
    ],
  ],
};
const ANY = [
  ...[
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<p>',
    '</p>',
    '<b>',
    '<br>',
    '&amp;',
    '&lt;p&gt;',
    '&nbsp;',
    '&#xD800;',
    '\0',
    '\ud800',
    '\ufeff',
  ],
  ...[
    '<?x',
    '?>',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '&b;',
    '\n\n',
    '\n',
    ' ',
    'ferry',
    'العبارة',
    '<',
    '>',
    '"',
    "'",
    '<a href="',
  ],
];
const readers = READERS.filter(({ name }) => name in WORDS);

function soupOf(name: string) {
  const word = fc.constantFrom(...(WORDS[name] ?? []), ...ANY);
  return fc.oneof(
    { weight: 5, arbitrary: fc.array(word, { maxLength: 60 }).map((parts) => parts.join('')) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  );
}

async function check(reader: Reader, file: Uint8Array, chunk: number): Promise<string> {
  const all = await draftsOf(reader, file, { chunk });
  let end = 0;
  all.forEach(({ record, draft }, index) => {
    expect(record).toMatchObject({ index, format: reader.name });
    expect(record.start).toBeGreaterThanOrEqual(end);
    expect(record.end).toBeGreaterThanOrEqual(record.start);
    expect(record.end).toBeLessThanOrEqual(file.length);
    end = record.end;
    const spans = [...Object.values(draft.evidence), ...draft.entities, ...draft.issues];
    for (const span of spans) {
      expect(span.start >= 0 && span.start <= span.end && span.end <= record.text.length).toBe(true);
    }
  });
  return JSON.stringify(all.map(({ draft }) => draft));
}

describe.each(readers.map((reader): [string, Reader] => [reader.name, reader]))('%s', (name, reader) => {
  test('whatever the bytes: no throw, records in order, spans in their records, the same in any chunks', async () => {
    const encoding = fc.constantFrom('utf-8' as const, 'utf-16' as const);
    await fc.assert(
      fc.asyncProperty(soupOf(name), encoding, fc.integer({ min: 1, max: 50 }), async (text, as, chunk) => {
        const file = as === 'utf-8' ? new TextEncoder().encode(text) : utf16(text);
        expect(await check(reader, file, chunk)).toBe(await check(reader, file, 65_536));
      }),
      { numRuns: 150 },
    );
  });

  const line = 'x'.repeat(50_000_000);
  const words = WORDS[name] ?? [];
  const hostile: [string, string][] = [
    ['50 MB on one line', `${words[0] ?? ''}${line}`],
    ['100,000 tags deep', `${words[0] ?? ''}${'<a>'.repeat(100_000)}x`],
    ['deep in its text', `${words.slice(0, 8).join('')}${'&lt;div&gt;'.repeat(100_000)}`],
    [
      'an entity bomb',
      `<!DOCTYPE r [<!ENTITY a "lol">${'<!ENTITY b "&a;&a;&a;">'.repeat(1000)}]>${words[0] ?? ''}&b;`,
    ],
    ['nothing but records', (words[0] ?? '').repeat(20_000)],
  ];
  test.each(hostile)(
    '%s is read in bounded time',
    async (_what, text) => {
      const started = performance.now();
      await check(reader, new TextEncoder().encode(text), 65_536);
      expect(performance.now() - started).toBeLessThan(30_000);
    },
    60_000,
  );
});

function utf16(text: string): Uint8Array {
  return Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((one) => [...unitsOf(one)])]);
}

function unitsOf(character: string): number[] {
  return Array.from({ length: character.length }, (_, at) => character.charCodeAt(at)).flatMap((unit) => [
    unit & 255,
    unit >> 8,
  ]);
}
