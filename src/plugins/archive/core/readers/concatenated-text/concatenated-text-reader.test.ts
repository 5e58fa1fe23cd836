import iconv from 'iconv-lite';

import { readerFor } from '../index';
import { readAll } from '../read-all.test-support';
import { concatenatedTextReader } from './concatenated-text-reader';

const PROSE =
  'The keepers lit the lamp again after nine years, and the whole town came out to look at it in the rain. ';
const article = (number: number) =>
  `Lamp number ${number} is lit again\nBy Mara Velsk\n${number} April 2009\n\nRASMIRA - ${PROSE}${PROSE}\n\n${PROSE}`;
const bytes = (text: string) => new TextEncoder().encode(text);
const formatOf = (text: string) => readerFor(bytes(text), 'a.txt')?.name;

const WAYS: readonly (readonly [string, string])[] = [
  ['rows of dashes', [1, 2, 3].map(article).join('\n\n----------\n\n')],
  ['rows of stars', [1, 2, 3].map(article).join('\r\n* * *\r\n')],
  ['number signs', [1, 2, 3].map(article).join('\n###\n')],
  ['form feeds', [1, 2, 3].map(article).join('\f')],
  ['counters', [1, 2, 3].map((number) => `Document ${number} of 3\n\n${article(number)}`).join('\n\n\n')],
];

describe('concatenatedTextReader', () => {
  it.each(WAYS)('parts articles at %s, which belong to none of them', async (_name, text) => {
    expect(formatOf(text)).toBe('concatenated-text');
    const records = await readAll(concatenatedTextReader, text);
    expect(records.map((record) => record.text.trimEnd())).toEqual(
      [1, 2, 3].map((number) => article(number).trimEnd()),
    );
    for (const { start, end, text: slice, stated } of records) {
      expect(new TextDecoder().decode(bytes(text).subarray(start, end))).toBe(slice);
      expect(stated).toBeNull();
    }
    expect(records.map(({ issues }) => issues.map(({ code }) => code))).toEqual([
      ['text-cut-unsure'],
      [],
      [],
    ]);
  });

  it('opens an article at a label that each begins with', async () => {
    const text = [1, 2]
      .map((number) => `Title: Lamp ${number}\nCaption: The lamp\n\n${PROSE}${PROSE}\n`)
      .join('\n');
    expect(formatOf(text)).toBe('concatenated-text');
    const records = await readAll(concatenatedTextReader, text);
    expect(records.map((record) => record.text.split('\n')[0])).toEqual(['Title: Lamp 1', 'Title: Lamp 2']);
  });

  it('obeys a separator that was named, and asks nothing then', async () => {
    const separators = ['+++', 'Headline:'];
    const text = 'One\n+++\nTwo\nHEADLINE: Three\nfour\n+++\n';
    expect(readerFor(bytes(text), 'a.txt', { maxRecordBytes: 1000, separators })?.name).toBe(
      'concatenated-text',
    );
    const records = await readAll(concatenatedTextReader, text, { separators });
    expect(records.map((record) => record.text)).toEqual(['One', 'Two', 'HEADLINE: Three\nfour']);
    expect(records.flatMap(({ issues }) => issues)).toEqual([]);
  });

  it.each([
    ['a page with a rule', `${article(1)}\n\n-----\n\nComments\n\nNice.\n\n-----\n\nHome | News`],
    ['a page with a table', `Lamp\n\nYear  Lit\n----  ---\n2009  yes\n\n${PROSE}`],
    ['one article with a label', `Title: Lamp\nDate: 3 April 2009\n\n${PROSE}${PROSE}`],
    ['footnotes', `${article(1)}\n***\n[1] A note.\n***\n[2] Another.`],
  ])('leaves %s whole', (_name, text) => {
    expect(formatOf(text)).toBe('text');
  });

  it.each(['utf-16le', 'utf-16be', 'windows-1256'])('keeps byte positions in %s', async (encoding) => {
    const story = 'قال الحراس إن المصباح عاد إلى العمل بعد تسع سنوات وإن البلدة كلها خرجت لتراه. ';
    const text = [1, 2, 3]
      .map((day) => `عاد المصباح إلى الميناء\n${day} أبريل 2009\n\n${story.repeat(3)}`)
      .join('\n=====\n');
    const file = iconv.encode(text, encoding, { addBOM: encoding !== 'windows-1256' });
    const records = await readAll(concatenatedTextReader, file);
    expect(records).toHaveLength(3);
    for (const { start, end, text: slice } of records) {
      expect(iconv.decode(file.subarray(start, end), encoding, { stripBOM: false })).toBe(slice);
    }
  });

  it('refuses an article beyond the limit without holding it, and reads on', async () => {
    const text = `One\n+++\n${`${PROSE}\n`.repeat(5000)}+++\nTwo`;
    const records = await readAll(concatenatedTextReader, text, {
      separators: ['+++'],
      maxRecordBytes: 2000,
    });
    expect(records.map(({ refused, text: slice }) => refused ?? slice)).toEqual([
      'One',
      'quarantined',
      'Two',
    ]);
    expect(records[1]?.issues[0]?.code).toBe('record-too-large');
  });
});
