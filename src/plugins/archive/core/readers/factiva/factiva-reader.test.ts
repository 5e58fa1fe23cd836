import { draftsOf } from '../drafts-of';
import { factivaReader } from './factiva-reader';

const ONE = `SE  Harbour
HD  Ferry fares rise,
    council looks on
BY  By Ann Roe
WC  345 words
PD  4 May 2001
SN  The Courier
SC  COUR
LA  English
CY  (c) 2001 The Courier
LP
The ferry is dear. It was not always so, and the people of the isle say so.

TD
Nobody pays.

The council met.

NS  gtrans : Transport | gcat : Politics
AN  Document COUR000020010504dx5400001

`;
const TWO = ONE.replace('SE  Harbour\n', '')
  .replace('Ferry fares rise,\n    council looks on', 'Second')
  .replace('5400001', '5400002');

test('a document states its article', async () => {
  const all = await draftsOf(factivaReader, `Factiva search of today\n\n${ONE}${TWO}Search summary: ferry\n`);
  expect(all.map(({ draft }) => [draft.outcome, draft.article.title])).toEqual([
    ['rejected', null],
    ['article', 'Ferry fares rise, council looks on'],
    ['article', 'Second'],
  ]);
  expect(all[0]?.draft.issues[0]?.code).toBe('not-an-article');
  const { record, draft } = all[1] ?? never();
  expect(draft).toMatchObject({
    article: {
      body: 'The ferry is dear. It was not always so, and the people of the isle say so.\n\nNobody pays.\n\nThe council met.',
      byline: 'Ann Roe',
      section: 'Harbour',
      dateEdtf: '2001-05-04',
      language: 'en',
      legacyId: 'COUR000020010504dx5400001',
    },
    tags: ['Transport', 'Politics'],
    source: { name: 'The Courier' },
  });
  const { start, end } = draft.evidence['legacyId'] ?? { start: 0, end: 0 };
  expect(record.text.slice(start, end)).toBe('COUR000020010504dx5400001');
});

test('a document whose number is missing ends where the next headline stands', async () => {
  const cut = ONE.replace(/AN .*\n/, '').replace('SE  Harbour\n', '');
  expect((await draftsOf(factivaReader, cut + TWO)).map(({ draft }) => draft.article.title)).toEqual([
    'Ferry fares rise, council looks on',
    'Second',
  ]);
});

test('is recognised by its codes', () => {
  const judge = (text: string) => factivaReader.recognises(new TextEncoder().encode(text), 'x.txt');
  expect(judge(ONE)).toBeGreaterThan(0.65);
  expect(judge('HD television is here. PD and SN and LA are words.\nTD too')).toBe(0);
});

function never(): never {
  throw new Error('There is no such record.');
}
