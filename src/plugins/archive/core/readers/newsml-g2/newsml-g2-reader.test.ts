import { draftsOf } from '../drafts-of';
import { newsmlG2Reader } from './newsml-g2-reader';

const NS = 'xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2"';
const item = (
  content: string,
  itemClass = 'ninat:text',
  status = 'stat:usable',
) => `<newsItem ${NS} guid="urn:7" xml:lang="en-GB">
<itemMeta><itemClass qcode="${itemClass}"/><provider><name>The Courier</name></provider><versionCreated>2003-01-01T00:00:00Z</versionCreated>
<firstCreated>2001-05-04T23:30:00-05:00</firstCreated><pubStatus qcode="${status}"/></itemMeta>
<contentMeta><contentCreated>2001-05-03</contentCreated><creator><name>Ann Roe</name></creator><subject><name>Fares</name></subject><keyword>ferry</keyword>
<headline>Fares  rise</headline><dateline>PORT SEFINA, May 4 (CP)</dateline><description role="drol:summary">Dear ferry</description></contentMeta>
<contentSet>${content}</contentSet></newsItem>`;
const XHTML = `<inlineXML contenttype="application/xhtml+xml"><h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>T</h:title></h:head><h:body><h:p>One <h:b>dear</h:b></h:p><h:p>Two</h:p></h:body></h:html></inlineXML>`;

test('a text item states its article', async () => {
  const [one] = await draftsOf(newsmlG2Reader, item(XHTML));
  expect(one?.draft).toMatchObject({
    outcome: 'article',
    article: {
      title: 'Fares rise',
      body: 'One dear\n\nTwo',
      standfirst: 'Dear ferry',
      byline: 'Ann Roe',
      dateline: 'PORT SEFINA',
      dateEdtf: '2001-05-04',
      language: 'en-GB',
      legacyId: 'urn:7',
    },
    bodyMarkdown: 'One **dear**\n\nTwo',
    tags: ['ferry', 'Fares'],
    source: { name: 'The Courier' },
    unpublished: false,
  });
});

test('NITF and plain text inside, files elsewhere', async () => {
  const nitf =
    '<inlineXML contenttype="application/nitf+xml"><nitf><body><body.head><byline>By Bo Ro</byline></body.head><body.content><p>N</p></body.content></body></nitf></inlineXML>';
  const plain =
    '<inlineData contenttype="text/plain">P &lt; Q</inlineData><remoteContent href="https://courier.example/a.jpg" residref="p7"/>';
  const [one, two] = await draftsOf(
    newsmlG2Reader,
    `<newsMessage ${NS}><itemSet>${item(nitf)}${item(plain)}</itemSet></newsMessage>`,
  );
  expect(one?.draft.article).toMatchObject({ body: 'N', byline: 'Bo Ro' });
  expect(two?.draft).toMatchObject({
    article: { body: 'P < Q' },
    media: [{ url: 'https://courier.example/a.jpg', legacyId: 'p7' }],
  });
});

test('pictures and packages are no articles; what was withdrawn is not public', async () => {
  const all = await draftsOf(
    newsmlG2Reader,
    `<newsMessage ${NS}>${item('', 'ninat:picture')}<packageItem guid="p"/>${item(XHTML, 'ninat:text', 'stat:canceled')}</newsMessage>`,
  );
  expect(all.map(({ draft }) => [draft.outcome, draft.unpublished, draft.issues[0]?.code])).toEqual([
    ['rejected', false, 'media-record'],
    ['rejected', false, 'not-an-article'],
    ['article', true, 'not-published'],
  ]);
});

test('is recognised by its root', () => {
  const judge = (text: string) => newsmlG2Reader.recognises(new TextEncoder().encode(text), 'x');
  expect(judge(item(''))).toBe(1);
  expect(judge('<newsItem>')).toBeGreaterThan(0.5);
  expect(judge('<rss><newsItem/>')).toBe(0);
});
