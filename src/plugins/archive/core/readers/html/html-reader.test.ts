import fc from 'fast-check';

import { draftArticle } from '../../draft/draft-from-record';
import type { DraftArticle } from '../../draft-article';
import type { SourceRecord } from '../../source-record';
import { readerFor } from '../index';
import { htmlReader } from './html-reader';

jest.setTimeout(60_000);

async function* whole(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

async function read(html: string | Uint8Array): Promise<{ record: SourceRecord; draft: DraftArticle }> {
  for await (const record of htmlReader.records(whole(Buffer.from(html)), { maxRecordBytes: 80_000_000 })) {
    return { record, draft: draftArticle(record, { profiles: [], path: 'a.html' }) };
  }
  throw new Error('There is no record.');
}

const STORY =
  'The ferry crews of Hollin went back to work on Monday, after nine weeks at the gates of the yard. ';
const LINKED = {
  '@graph': [
    { '@type': 'WebSite', name: 'The Daily Quay' },
    {
      '@type': ['NewsArticle'],
      headline: 'Ferry Crews & Pilots Return',
      datePublished: '2009-03-04T06:00:00+02:00',
      author: [{ name: 'Lena Orlov' }, { name: 'Sami Haddad' }],
      articleSection: 'Harbour',
      keywords: 'ferries, strikes',
    },
  ],
};
const PAGE = `<!DOCTYPE html>
<html lang="en-GB"><head><title>Ferry Crews &amp; Pilots Return | The Daily Quay Archive 2005-2017</title>
<meta property="og:site_name" content="The Daily Quay">
<meta name="description" content="Nine weeks of quiet in the harbour have come to an end.">
<link rel="canonical" href="http://quay.example/harbour/7"><link rel="shortlink" href="http://quay.example/?p=7">
<script type="application/ld+json">${JSON.stringify(LINKED)}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<div id="main"><h1>Ferry Crews &amp; Pilots Return</h1>
<figure><img src="/p/7.jpg" alt="A ferry"><figcaption>The Hollin ferry at the yard</figcaption></figure>
<p>${STORY.repeat(3)}</p><p>It <b>sails</b> to <a href="/north">North Quay</a> &amp; back. ${STORY.repeat(2)}</p>
<p>${STORY.repeat(3)}</p><div class="share-buttons"><a href="#">Share this</a></div></div>
<div id="comments" class="comments"><p>First!</p></div><footer>Imprint and contact</footer></body></html>`;

describe('htmlReader', () => {
  it('takes the article and what the page states of it', async () => {
    const { draft, record } = await read(PAGE);
    expect(draft.outcome).toBe('article');
    expect(draft.article).toMatchObject({
      title: 'Ferry Crews & Pilots Return',
      standfirst: 'Nine weeks of quiet in the harbour have come to an end.',
      byline: 'Lena Orlov, Sami Haddad',
      section: 'Harbour',
      dateEdtf: '2009-03-04',
      dateBasis: 'metadata',
      language: expect.stringMatching(/^en/) as string,
      legacyUrl: 'http://quay.example/harbour/7',
    });
    expect(draft).toMatchObject({
      tags: ['ferries', 'strikes'],
      otherUrls: ['http://quay.example/?p=7'],
      source: { name: 'The Daily Quay' },
      era: { name: 'The Daily Quay Archive', coverage: '2005/2017' },
      media: [
        {
          caption: 'The Hollin ferry at the yard',
          alternativeText: 'A ferry',
          url: expect.stringMatching(/p\/7\.jpg$/) as string,
        },
      ],
    });
    expect(draft.article.body).toContain('It sails to North Quay & back.');
    expect(draft.bodyMarkdown).toContain('It **sails** to');
    for (const left of ['Home', 'Share this', 'First!', 'Imprint'])
      expect(draft.article.body).not.toContain(left);
    const at = (field: string) => record.text.slice(draft.evidence[field]?.start, draft.evidence[field]?.end);
    expect(at('title')).toBe('Ferry Crews &amp; Pilots Return');
    expect(at('body').startsWith(STORY.trim())).toBe(true);
    expect(at('media.0.caption')).toBe('The Hollin ferry at the yard');
    expect(at('era')).toBe('The Daily Quay Archive');
  });

  it('places the names of the body in the source', async () => {
    const { draft, record } = await read(PAGE);
    const mention = draft.entities.find(({ text }) => text === 'North Quay');
    expect(record.text.slice(mention?.start, mention?.end)).toBe('North Quay');
  });

  it('reads a printed date where the page states none, and leaves an undated page undated', async () => {
    const printed = PAGE.replace(/"datePublished":"[^"]+",/, '').replace(
      '</h1>',
      '</h1><p class="post-date">4 March 2009</p>',
    );
    const { draft } = await read(printed);
    expect(draft.article).toMatchObject({
      dateEdtf: '2009-03-04',
      dateBasis: 'printed',
      dateText: '4 March 2009',
    });
    const undated = await read(PAGE.replace(/"datePublished":"[^"]+",/, ''));
    expect(undated.draft.article).toMatchObject({ dateEdtf: '2005/2017', dateBasis: 'era' });
  });

  it('decodes by mark, by the page itself, or by guess', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(PAGE, 'utf16le')]);
    expect((await read(utf16)).record).toMatchObject({
      encoding: { name: 'utf-16le', from: 'bom' },
      text: PAGE,
    });
    expect(readerFor(utf16, 'a')?.name).toBe('html');
    const latin = PAGE.replace(
      '<head>',
      '<head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">',
    ).replace('quiet', 'café');
    const { record } = await read(Buffer.from(latin, 'latin1'));
    expect(record).toMatchObject({ encoding: { name: 'windows-1252', from: 'declared' }, text: latin });
  });

  it('is recognised by content', () => {
    const name = (text: string, path: string) => readerFor(Buffer.from(text), path)?.name;
    expect(name(PAGE, 'no-ending')).toBe('html');
    expect(name('\n<!-- saved --><html><body>', 'a.txt')).toBe('html');
    expect(name('<p>A fragment</p>', 'a.html')).toBe('html');
    expect(name('Ferry crews <b>return</b>', 'a.txt')).toBe('text');
  });

  it('keeps scripts out of text and links', async () => {
    const { draft } = await read(
      PAGE.replace('href="/north"', 'href="javascript:alert(1)"').replace(
        'It <b>',
        'It <script>alert(2)</script><b>',
      ),
    );
    expect(draft.article.body).toContain('It sails to North Quay & back.');
    expect(JSON.stringify(draft)).not.toMatch(/alert|javascript/);
  });

  const DEEP = 100_000;
  it.each([
    ['deep nesting', `<body>${'<div>'.repeat(DEEP)}${STORY}${'</div>'.repeat(DEEP)}`],
    ['deep formatting', `<body><p>${'<b>'.repeat(DEEP)}${STORY}`],
    ['one tag of a million attributes', `<body ${'a=b '.repeat(1_000_000)}><p>${STORY}</p>`],
    ['tags that never end', `<body>${'<p'.repeat(500_000)}`],
    ['end tags alone', `<body>${'</p></div>'.repeat(200_000)}<p>${STORY}</p>`],
    ['an endless title', `<title>${'x'.repeat(1_000_000)}`],
    ['NUL and lone surrogates', `<body><p>\0\ud800 ${STORY}\udc00</p></body>`],
    [
      'broken structured data',
      `<script type="application/ld+json">${'['.repeat(200_000)}</script><p>${STORY}</p>`,
    ],
    [
      'nested structured data',
      `<script type="application/ld+json">${'{"@graph":'.repeat(2_000)}1${'}'.repeat(2_000)}</script><p>${STORY}</p>`,
    ],
  ])('ends on %s', async (_, html) => {
    const began = process.cpuUsage();
    await read(`<html>${html}`);
    const { user, system } = process.cpuUsage(began);
    expect(user + system).toBeLessThan(20_000_000);
  });

  it('reads one line of 50 MB', async () => {
    const { record } = await read(`<html><body><p>${STORY.repeat(500_000)}</p></body></html>`);
    expect(record.text.length).toBeGreaterThan(48_000_000);
  });

  it('never throws, and keeps evidence within the page', async () => {
    const part = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<div class="author">',
        '</div>',
        '<h1>',
        '</h1>',
        '<title>',
        '</title>',
        '<time datetime="2009-01-01">',
      ],
      ...[
        '<br>',
        '<a href="/x">',
        '</a>',
        '<meta property="og:title" content="A | B">',
        '&amp;',
        '&#0;',
        '<img src=x alt=y>',
        '<!--',
        '-->',
      ],
      ...[
        '<script type="application/ld+json">',
        '</script>',
        '{"@type":"NewsArticle","headline":7}',
        STORY,
        STORY.repeat(4),
        '\ud800',
        '<',
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 40 }), async (parts) => {
        const { record, draft } = await read(`<html>${parts.join('')}`);
        for (const { start, end } of [...Object.values(draft.evidence), ...draft.entities]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(record.text.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});
