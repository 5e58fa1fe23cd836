import { draftsOf } from '../drafts-of';
import { rssReader } from './rss-reader';

const RSS = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Courier &amp; Post</title><link>https://courier.example</link><language>en-GB</language>`;
const rss = (items: string) => draftsOf(rssReader, `${RSS}${items}</channel></rss>`);

test('an item of RSS states its article', async () => {
  const [one] =
    await rss(`<item><title><![CDATA[Fares & fees]]></title><link>/1</link><guid isPermaLink="false">77</guid>
<pubDate>Fri, 04 May 2001 10:00:00 GMT</pubDate><dc:creator>Ann Roe</dc:creator><category>Sea</category><category>Sea</category>
<description>Short &lt;b&gt;text&lt;/b&gt;</description><content:encoded><![CDATA[<p>Long <i>text</i></p>]]></content:encoded>
<media:group><media:content url="https://courier.example/a.jpg"/><media:credit>R. Roe</media:credit></media:group>
<enclosure url="https://courier.example/a.jpg"/></item>`);
  expect(one?.draft).toMatchObject({
    outcome: 'article',
    article: {
      title: 'Fares & fees',
      body: 'Long text',
      standfirst: 'Short text',
      byline: 'Ann Roe',
      dateEdtf: '2001-05-04',
      legacyId: '77',
      legacyUrl: 'https://courier.example/1',
      language: 'en-GB',
    },
    bodyMarkdown: 'Long _text_',
    tags: ['Sea'],
    source: { name: 'Courier & Post' },
    media: [{ url: 'https://courier.example/a.jpg', credit: 'R. Roe' }],
  });
});

test('without a whole text the summary is the body, and a GUID that is an address is the link', async () => {
  const [one] = await rss(
    '<item><title>A</title><description>&lt;p&gt;Short&lt;/p&gt;</description><guid>https://courier.example/2</guid></item>',
  );
  expect(one?.draft.article).toMatchObject({
    body: 'Short',
    standfirst: null,
    legacyUrl: 'https://courier.example/2',
  });
});

test('the language of the text overrules that of the site', async () => {
  const text = 'أعلنت الهيئة اليوم أن العبارة لن تغادر الميناء قبل صباح الغد بسبب الرياح القوية في البحر';
  const [one] = await rss(`<item><title>${text}</title><description>${text}</description></item>`);
  expect(one?.draft.article.language).toBe('ar');
});

test('an entry of Atom states its article', async () => {
  const [one, two] = await draftsOf(
    rssReader,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Courier</title><link rel="self" href="/feed"/>
<link href="https://courier.example/"/><entry><title type="html">Fares &lt;em&gt;up&lt;/em&gt;</title><link href="/3"/><id>tag:3</id>
<published>2001-05-04T23:30:00-05:00</published><updated>2003-01-01</updated><author><name>Ann Roe</name></author>
<category term="sea" label="Sea"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One</p><p>Two</p></div></content></entry>
<entry><title>B</title><updated>2003-01-01</updated><content type="text">1 &lt; 2</content></entry></feed>`,
  );
  expect(one?.draft).toMatchObject({
    article: {
      title: 'Fares up',
      body: 'One\n\nTwo',
      byline: 'Ann Roe',
      dateEdtf: '2001-05-04',
      legacyUrl: 'https://courier.example/3',
      language: 'en',
    },
    tags: ['Sea'],
    source: { name: 'Courier' },
  });
  expect(two?.draft.article).toMatchObject({ body: '1 < 2', dateEdtf: '2003-01-01' });
});

test('is recognised by its root', () => {
  const judge = (text: string) => rssReader.recognises(new TextEncoder().encode(text), 'feed');
  expect(judge(RSS)).toBeGreaterThan(0.5);
  expect(judge('<feed xmlns="http://www.w3.org/2005/Atom">')).toBeGreaterThan(0.5);
  expect(judge('<rdf:RDF xmlns="http://purl.org/rss/1.0/">')).toBeGreaterThan(0.5);
  expect(judge('<feed><entry/></feed>')).toBe(0);
  expect(judge('<html><rss/>')).toBe(0);
});
