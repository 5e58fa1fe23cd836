import { draftsOf } from '../drafts-of';
import { sgmlDocReader } from './sgml-doc-reader';

const ANT = `<DOC>
<DOCNO>JW-local-181-03082016</DOCNO>
<URL>http://jawhara.example/ar/1</URL>
<SRC>جوهرة</SRC>
<CAT>localNews</CAT>
<TITLE>العبارة لا تغادر الميناء</TITLE>
<TIME>03/08/2016</TIME>
<AUTHOR></AUTHOR>
<ABSTRACT>

</ABSTRACT>
<TEXT>
أعلنت الهيئة اليوم أن العبارة لن تغادر الميناء قبل صباح الغد بسبب الرياح القوية في البحر.
وقال مسؤول إن الأجرة < 5 دنانير & لن ترتفع.
</TEXT>
</DOC>
`;

const REUTERS = `<!DOCTYPE lewis SYSTEM "lewis.dtd">
<REUTERS TOPICS="YES" OLDID="5544" NEWID="1">
<DATE>26-FEB-1987 15:01:01.79</DATE>
<TOPICS><D>ferry</D></TOPICS><PLACES><D>north-isle</D></PLACES><PEOPLE></PEOPLE>
<UNKNOWN>
&#5;&#5;&#5;C T</UNKNOWN>
<TEXT>&#2;
<TITLE>ISLE FERRY &lt;NIF> RAISES FARES</TITLE>
<AUTHOR>    By Ann Roe, Reuters</AUTHOR>
<DATELINE>    PORT SEFINA, Feb 26 - </DATELINE><BODY>Fares rise by
a tenth next month.
    The council said it would look into it, and that it had not
been told of the rise.
 Reuter
&#3;</BODY></TEXT>
</REUTERS>
`;

test('a DOC states its article; what nobody escaped is text', async () => {
  const [one, two, none] = await draftsOf(sgmlDocReader, ANT + ANT);
  expect(none).toBeUndefined();
  expect(two?.record.index).toBe(1);
  expect(one?.draft).toMatchObject({
    outcome: 'article',
    article: {
      title: 'العبارة لا تغادر الميناء',
      body: 'أعلنت الهيئة اليوم أن العبارة لن تغادر الميناء قبل صباح الغد بسبب الرياح القوية في البحر.\n\nوقال مسؤول إن الأجرة < 5 دنانير & لن ترتفع.',
      standfirst: null,
      byline: null,
      section: 'localNews',
      dateText: '03/08/2016',
      dateEdtf: '2016-08-03',
      legacyId: 'JW-local-181-03082016',
      legacyUrl: 'http://jawhara.example/ar/1',
      language: 'ar',
    },
    source: { name: 'جوهرة' },
    issues: [],
  });
});

test('a document of Reuters-21578 states its article', async () => {
  const [one] = await draftsOf(sgmlDocReader, REUTERS);
  expect(one?.draft).toMatchObject({
    outcome: 'article',
    article: {
      title: 'ISLE FERRY <NIF> RAISES FARES',
      body: 'Fares rise by a tenth next month.\n\nThe council said it would look into it, and that it had not been told of the rise.',
      byline: 'Ann Roe, Reuters',
      dateline: 'PORT SEFINA',
      dateEdtf: '1987-02-26',
      legacyId: '1',
    },
    tags: ['ferry', 'north-isle'],
    source: { name: 'Reuters' },
  });
});

test('paragraphs in <P>, a lead of its own, names in any case, end tags left out', async () => {
  const [one] = await draftsOf(
    sgmlDocReader,
    '<doc id="A_1"><HL>Fares</HL><dd>04/30/1990</dd><LP><p>The lead.</LP><Text><P>One.<p>Two.</text></doc>',
  );
  expect(one?.draft.article).toMatchObject({
    title: 'Fares',
    body: 'The lead.\n\nOne.\n\nTwo.',
    dateEdtf: '1990-04-30',
    legacyId: 'A_1',
  });
});

test('an ambiguous date stays open in a script that does not decide, unless somebody says', async () => {
  const doc = '<DOC><TITLE>A</TITLE><DATE>03/08/2016</DATE><TEXT>text</TEXT></DOC>';
  const [open] = await draftsOf(sgmlDocReader, doc);
  expect(open?.draft).toMatchObject({
    article: { dateEdtf: '2016' },
    issues: [{ code: 'date-ambiguous' }],
  });
  const [said] = await draftsOf(sgmlDocReader, doc, { dateOrder: 'month-day-year' });
  expect(said?.draft.article.dateEdtf).toBe('2016-03-08');
});

test('is recognised by its elements', () => {
  const judge = (text: string) => sgmlDocReader.recognises(new TextEncoder().encode(text), 'x.txt');
  expect(judge(ANT)).toBeGreaterThan(0.5);
  expect(judge(REUTERS)).toBeGreaterThan(0.5);
  expect(judge('<doc><field name="a">solr</field></doc>')).toBeLessThan(0.5);
  expect(judge('A page that speaks of <DOC>')).toBe(0);
});
