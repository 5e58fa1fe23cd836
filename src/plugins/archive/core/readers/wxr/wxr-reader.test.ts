import { draftsOf } from '../drafts-of';
import { wxrReader } from './wxr-reader';

const HEAD = `<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress" -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Harbour Courier &amp; Post</title><link>https://courier.example</link><language>en-US</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login><![CDATA[aroe]]></wp:author_login><wp:author_display_name><![CDATA[Ann Roe]]></wp:author_display_name></wp:author>`;

const item = (inner: string) => `<item>${inner}</item>`;
const post = (inner: string, type = 'post', status = 'publish') =>
  item(`<wp:post_type>${type}</wp:post_type><wp:status>${status}</wp:status>${inner}`);
const content = (html: string) => `<content:encoded><![CDATA[${html}]]></content:encoded>`;
const read = (...items: string[]) => draftsOf(wxrReader, `${HEAD}${items.join('\n')}</channel></rss>`);

const FULL = post(`<title><![CDATA[Fares &amp; fees]]></title><link>/2001/05/fares/</link>
<guid isPermaLink="false">https://courier.example/?p=12</guid><dc:creator><![CDATA[aroe]]></dc:creator>
<wp:post_id>12</wp:post_id><wp:post_date><![CDATA[2001-05-04 23:30:00]]></wp:post_date><wp:post_date_gmt>2001-05-05 04:30:00</wp:post_date_gmt>
<category domain="category" nicename="news"><![CDATA[News]]></category><category domain="category" nicename="sea">Sea</category>
<category domain="post_tag" nicename="ferry"><![CDATA[Ferry]]></category><excerpt:encoded><![CDATA[Dear <em>ferry</em>]]></excerpt:encoded>
<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>40</wp:meta_value></wp:postmeta>
${content(`The ferry is dear.
Very dear.

[caption id="attachment_41" align="left"]<a href="x"><img src="/a.jpg" alt="Ferry" /></a> The ferry at noon[/caption]
<strong>Nobody</strong> pays. [sic]

[gallery ids="42,43"]`)}`);

test('a post states its article', async () => {
  const [{ record, draft } = never()] = await read(FULL);
  expect(draft).toMatchObject({
    outcome: 'article',
    article: {
      title: 'Fares & fees',
      body: 'The ferry is dear.\nVery dear.\n\nNobody pays. [sic]',
      standfirst: 'Dear ferry',
      byline: 'Ann Roe',
      section: 'News',
      dateEdtf: '2001-05-04',
      dateText: '2001-05-04 23:30:00',
      dateBasis: 'metadata',
      legacyId: '12',
      legacyUrl: 'https://courier.example/2001/05/fares/',
    },
    bodyMarkdown: 'The ferry is dear.\\\nVery dear.\n\n**Nobody** pays. \\[sic\\]',
    tags: ['Ferry', 'Sea'],
    otherUrls: ['https://courier.example/?p=12'],
    source: { name: 'The Harbour Courier & Post' },
    unpublished: false,
  });
  expect(draft.media).toEqual([
    { legacyId: '40', caption: null, credit: null, url: null, alternativeText: null },
    {
      legacyId: '41',
      caption: 'The ferry at noon',
      credit: null,
      url: 'https://courier.example/a.jpg',
      alternativeText: 'Ferry',
    },
    { legacyId: '42', caption: null, credit: null, url: null, alternativeText: null },
    { legacyId: '43', caption: null, credit: null, url: null, alternativeText: null },
  ]);
  const { start, end } = draft.evidence['byline'] ?? { start: 0, end: 0 };
  expect(record.text.slice(start, end)).toContain('aroe');
});

test('every item is one record; parts of the system and files are none that could be an article', async () => {
  const read5 = await read(
    post(`<title>A</title>${content('a')}`, 'page'),
    post('<title>Menu</title>', 'nav_menu_item'),
    post('<wp:post_id>40</wp:post_id>', 'attachment', 'inherit'),
    post(`<title>B</title>${content('b')}`, 'revision', 'inherit'),
    post(`<title>C</title>${content('c')}`, 'story'),
  );
  expect(read5.map(({ draft }) => [draft.outcome, draft.issues[0]?.code])).toEqual([
    ['article', undefined],
    ['rejected', 'not-an-article'],
    ['rejected', 'media-record'],
    ['rejected', 'not-an-article'],
    ['article', undefined],
  ]);
});

test.each(['draft', 'private', 'pending', 'future', 'trash'])('%s is not public', async (status) => {
  const [{ draft } = never()] = await read(post(`<title>A</title>${content('a')}`, 'post', status));
  expect(draft).toMatchObject({
    outcome: 'article',
    unpublished: true,
    issues: [{ code: 'not-published', found: status }],
  });
});

test('what asks for a password is not public', async () => {
  const [one, two] = await read(
    post(`<title>A</title>${content('a')}<wp:post_password><![CDATA[pw]]></wp:post_password>`),
    post(`<title>A</title>${content('a')}<wp:post_password><![CDATA[]]></wp:post_password>`),
  );
  expect([one?.draft.unpublished, two?.draft.unpublished]).toEqual([true, false]);
});

test('what the block editor wrote keeps no line ends, and its pictures keep their captions', async () => {
  const html = `<!-- wp:paragraph -->
<p>One
line</p>
<!-- /wp:paragraph -->
<!-- wp:image {"id":7} --><figure><img class="wp-image-7" src="https://courier.example/b.jpg"/><figcaption>Noon</figcaption></figure><!-- /wp:image -->`;
  const [{ draft } = never()] = await read(post(`<title>A</title>${content(html)}`));
  expect(draft.article.body).toBe('One line');
  expect(draft.media).toMatchObject([
    { legacyId: '7', caption: 'Noon', url: 'https://courier.example/b.jpg' },
  ]);
});

test('shortcodes of plugins are left out with an issue, what they enclose stays', async () => {
  const html = '[vc_row width="1"][vc_column]Fares[/vc_column][/vc_row] rise [ad id="3"] [1] [not a code]';
  const [{ draft } = never()] = await read(post(`<title>A</title>${content(html)}`));
  expect(draft.article.body).toBe('Fares rise [1] [not a code]');
  expect(draft.issues.map(({ code, found }) => `${code} ${found}`)).toEqual([
    'shortcode-unknown [vc_row]',
    'shortcode-unknown [vc_column]',
    'shortcode-unknown [ad]',
  ]);
});

test('dates that WordPress left at zero are none', async () => {
  const zero =
    '<wp:post_date>0000-00-00 00:00:00</wp:post_date><pubDate>Fri, 04 May 2001 10:00:00 +0000</pubDate>';
  const [{ draft } = never()] = await read(post(`<title>A</title>${content('a')}${zero}`));
  expect(draft.article).toMatchObject({
    dateEdtf: '2001-05-04',
    dateText: 'Fri, 04 May 2001 10:00:00 +0000',
  });
});

test('a broken item harms none beside it', async () => {
  const good = post(`<title>A</title>${content('a')}`);
  const bad = '<item><title>B</title><content:encoded><![CDATA[<p>b</item>';
  const all = await read(good, bad, good, '<item><title>D');
  expect(all.map(({ draft }) => draft.article.title)).toEqual(['A', 'B', 'A', 'D']);
  expect(all[1]?.draft.issues.map(({ code }) => code)).toContain('markup-malformed');
  const cut = await draftsOf(wxrReader, `${HEAD}${good}${good.slice(0, 90)}`);
  expect(cut.map(({ draft }) => draft.issues.some(({ code }) => code === 'file-truncated'))).toEqual([
    false,
    true,
  ]);
});

test('a file without items is told', async () => {
  const [{ draft } = never()] = await read();
  expect(draft).toMatchObject({ outcome: 'rejected', issues: [{ code: 'records-missing' }] });
});

test('is recognised by what it says, whatever its name', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(wxrReader.recognises(bytes(`\ufeff${HEAD}`), 'x.txt')).toBe(1);
  expect(wxrReader.recognises(bytes('<rss><channel>'), 'wxr.xml')).toBe(0);
  expect(wxrReader.recognises(bytes('plain text about wordpress.org/export/'), 'x')).toBe(0);
});

function never(): never {
  throw new Error('There is no such record.');
}
