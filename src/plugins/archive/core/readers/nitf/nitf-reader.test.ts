import { draftsOf } from '../drafts-of';
import { nitfReader } from './nitf-reader';

const NITF = `<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd">
<nitf xml:lang="en"><head><title>Unused</title><docdata><doc-id id-string="N-7"/><date.issue norm="20010504T101500Z"/>
<key-list><keyword key="ferry"/></key-list></docdata><tobject><tobject.subject tobject.subject.type="Economy" tobject.subject.matter="Fares"/></tobject>
<pubdata name="The Courier" date.publication="20010505" position.section="Harbour" ex-ref="https://courier.example/7"/></head>
<body><body.head><hedline><hl1>Fares <em>rise</em> &amp; fall</hl1><hl2>Dear ferry</hl2></hedline>
<byline>By <person>Ann Roe</person></byline><dateline><location>PORT SEFINA</location>, <story.date norm="20010504">May 4</story.date></dateline>
<distributor>Agency</distributor></body.head>
<body.content><p>The ferry is <b>dear</b>.</p><media media-type="image"><media-reference source="https://courier.example/a.jpg" alternate-text="Ferry"/>
<media-caption>At noon</media-caption><media-producer>R. Roe</media-producer></media><hl2>Later</hl2><p>Nobody pays.</p></body.content>
<body.end><tagline>Ann Roe writes</tagline></body.end></body></nitf>`;

test('a document states its article', async () => {
  const [{ record, draft } = never()] = await draftsOf(nitfReader, NITF);
  expect(draft).toMatchObject({
    outcome: 'article',
    article: {
      title: 'Fares rise & fall',
      body: 'The ferry is dear.\n\nLater\n\nNobody pays.',
      standfirst: 'Dear ferry',
      byline: 'Ann Roe',
      dateline: 'PORT SEFINA',
      section: 'Harbour',
      dateEdtf: '2001-05-05',
      language: 'en',
      legacyId: 'N-7',
      legacyUrl: 'https://courier.example/7',
    },
    bodyMarkdown: 'The ferry is **dear**.\n\n## Later\n\nNobody pays.',
    tags: ['ferry', 'Fares'],
    source: { name: 'The Courier' },
    media: [
      {
        caption: 'At noon',
        credit: 'R. Roe',
        url: 'https://courier.example/a.jpg',
        alternativeText: 'Ferry',
        legacyId: null,
      },
    ],
    issues: [],
  });
  const { start, end } = draft.evidence['title'] ?? { start: 0, end: 0 };
  expect(record.text.slice(start, end)).toBe('Fares <em>rise</em> &amp; fall');
});

test('of a lead that is given twice the whole text is taken', async () => {
  const blocks =
    '<block class="lead_paragraph"><p>Lead.</p></block><block class="full_text"><p>Lead.</p><p>More.</p></block>';
  const [one] = await draftsOf(
    nitfReader,
    `<nitf><body><body.head><hedline><hl1>A</hl1></hedline></body.head><body.content>${blocks}</body.content></body></nitf>`,
  );
  expect(one?.draft.article.body).toBe('Lead.\n\nMore.');
});

test('is recognised alone and in another wrapping', () => {
  const judge = (text: string) => nitfReader.recognises(new TextEncoder().encode(text), 'x');
  expect(judge(NITF)).toBe(1);
  expect(judge('<NewsML><DataContent><nitf>')).toBeGreaterThan(0.5);
  expect(judge('<html>nitf</html>')).toBe(0);
});

function never(): never {
  throw new Error('There is no such record.');
}
