import { draftsOf } from '../drafts-of';
import { lexisNexisReader } from './lexisnexis-reader';

const CLASSIC = (number: number) => `                               ${number} of 2 DOCUMENTS

                               The Courier

                            May 4, 2001, Friday
                              Late Edition

Ferry fares
rise

BYLINE: By Ann Roe

SECTION: Section A; Pg. 3

LENGTH: 345 words

DATELINE: PORT SEFINA, May 3

The ferry is dear.

Nobody pays: that is the news.

LOAD-DATE: May 5, 2001

LANGUAGE: ENGLISH

GRAPHIC: Photo: The ferry
at noon

SUBJECT: FERRIES (90%); FARES (78%)

                       Copyright 2001 The Courier
                         All Rights Reserved

`;
const UNI = `Ferry fares rise
The Courier
May 4, 2001 Friday

Copyright 2001 The Courier All Rights Reserved

Length: 345 words
Byline: Ann Roe
Body

The ferry is dear.

Nobody pays.

Load-Date: May 5, 2001

End of Document
`;

test('a document of LexisNexis states its article', async () => {
  const all = await draftsOf(lexisNexisReader, CLASSIC(1) + CLASSIC(2));
  expect(all).toHaveLength(2);
  expect(all[1]?.draft).toMatchObject({
    outcome: 'article',
    article: {
      title: 'Ferry fares rise',
      body: 'The ferry is dear.\n\nNobody pays: that is the news.',
      byline: 'Ann Roe',
      section: 'Section A; Pg. 3',
      dateline: 'PORT SEFINA',
      dateEdtf: '2001-05-04',
      language: 'en',
    },
    tags: ['FERRIES', 'FARES'],
    source: { name: 'The Courier' },
    media: [{ caption: 'Photo: The ferry at noon' }],
    issues: [],
  });
});

test('a document of Nexis Uni has its headline first', async () => {
  const all = await draftsOf(lexisNexisReader, UNI + UNI);
  expect(all.map(({ draft }) => draft.article)).toMatchObject([
    {
      title: 'Ferry fares rise',
      body: 'The ferry is dear.\n\nNobody pays.',
      byline: 'Ann Roe',
      dateEdtf: '2001-05-04',
    },
    { title: 'Ferry fares rise' },
  ]);
  expect(all[0]?.draft.source.name).toBe('The Courier');
});

test('a list of hits is no article', async () => {
  const [hits, one] = await draftsOf(lexisNexisReader, `Results for ferry\n\n${CLASSIC(1)}`);
  expect(hits?.draft).toMatchObject({ outcome: 'rejected', issues: [{ code: 'not-an-article' }] });
  expect(one?.draft.outcome).toBe('article');
});

test('is recognised by its labels and by what parts it', () => {
  const judge = (text: string) => lexisNexisReader.recognises(new TextEncoder().encode(text), 'x.txt');
  expect(judge(CLASSIC(1))).toBeGreaterThan(0.65);
  expect(judge(UNI)).toBeGreaterThan(0.65);
  expect(judge('Document 1 of 2\n\nTitle: Lamp\n\ntext')).toBe(0);
  expect(judge('LENGTH: 4 m\nLANGUAGE: English')).toBe(0);
});
