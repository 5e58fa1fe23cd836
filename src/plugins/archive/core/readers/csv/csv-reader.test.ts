import iconv from 'iconv-lite';

import { readerFor } from '../index';
import type { ReaderOptions } from '../reader';
import { evidenceTexts, readAll } from '../read-all.test-support';
import { csvReader } from './csv-reader';

const read = (input: string | Uint8Array, options: Partial<ReaderOptions> = {}) =>
  readAll(csvReader, input, options);

const HEADER = 'id,Headline,Author,Published,Body\n';
const PROSE = 'The keepers lit the lamp again after nine years, and the town came out to look at it. ';

describe('csvReader', () => {
  it('makes a record of each row, with its bytes, and states what the columns hold', async () => {
    const [first, second, ...others] = await read(
      `${HEADER}7,"Prices rise, again",By Mara Velsk,2009-04-03,"""Fish"" is dear.\n\nSo are nets."\r\n8,Lamp lit,Toma Irvel,2009-04-17,Ø`,
    );
    expect(others).toEqual([]);
    expect(first).toMatchObject({ index: 0, start: 34, end: 115, format: 'csv', refused: null });
    expect(second).toMatchObject({ index: 1, start: 117, end: 152 });
    expect(first?.stated).toMatchObject({
      title: { placed: { text: 'Prices rise, again' } },
      body: { placed: { text: '"Fish" is dear.\n\nSo are nets.' } },
      byline: { value: 'Mara Velsk' },
      legacyId: { value: '7' },
      dates: [{ edtf: '2009-04-03', basis: 'metadata', kind: 'published' }],
    });
    expect(evidenceTexts(first)).toMatchObject({
      title: 'csv:column:Headline:guessed «Prices rise, again»',
      body: 'csv:column:Body:guessed «""Fish"" is dear.\n\nSo are nets.»',
      byline: 'csv:column:Author:guessed «By Mara Velsk»',
    });
  });

  it('tells on the first record what was guessed and what is left out', async () => {
    const [first, second] = await read('id,title,body,Desk notes\n1,One,Text,check\n2,Two,Text,');
    expect(first?.issues).toEqual([
      { code: 'columns-guessed', start: 0, end: 0, found: 'id: legacyId, title: title, body: body' },
      { code: 'columns-unmapped', start: 0, end: 0, found: 'Desk notes' },
    ]);
    expect(second?.issues).toEqual([]);
  });

  it('obeys the mapping of the profile, by name or number, and then guesses nothing', async () => {
    const columns = { 'DESK  notes': 'standfirst', '3': 'title', id: 'ignore' } as const;
    const [first] = await read('id,title,body,Desk notes\n1,One,Text,check', { columns });
    expect(first?.stated).toMatchObject({
      title: { placed: { text: 'Text' }, evidence: { rule: 'csv:column:body', confidence: 1 } },
      standfirst: { value: 'check' },
      body: null,
      legacyId: null,
    });
    expect(first?.issues).toEqual([{ code: 'columns-unmapped', start: 0, end: 0, found: 'title' }]);
  });

  it.each([
    ['semicolons', 'عنوان الخبر;نص الخبر;تاريخ النشر\nالمصباح;عاد;2009-01-02\nثان;نص;2009-01-03'],
    ['tabs', 'العنوان\tالمحتوى\tالتاريخ\nالمصباح\tعاد\t2009-01-02\nثان\tنص\t2009-01-03'],
    ['bars', 'العنوان|النص|التاريخ\nالمصباح|عاد|2009-01-02\nثان|نص|2009-01-03'],
  ])('finds %s and Arabic names', async (_name, table) => {
    const [first, second] = await read(table);
    expect(first?.stated).toMatchObject({
      title: { placed: { text: 'المصباح' } },
      body: { placed: { text: 'عاد' } },
      dates: [{ edtf: '2009-01-02' }],
    });
    expect(second?.index).toBe(1);
  });

  it('tells columns without a header by what stands in them', async () => {
    const row = (day: number) =>
      `${day},The lamp is lit on quay ${day},"${PROSE}${PROSE}${day}",2009-04-${10 + day}`;
    const [first] = await read([1, 2, 3, 4].map(row).join('\n'));
    expect(first?.index).toBe(0);
    expect(first?.stated).toMatchObject({
      title: {
        placed: { text: 'The lamp is lit on quay 1' },
        evidence: { rule: 'csv:column:2:guessed', confidence: 0.5 },
      },
      body: { evidence: { rule: 'csv:column:3:guessed' } },
      dates: [{ edtf: '2009-04-11' }],
    });
  });

  it.each([
    ['03/04/2009', '17/04/2009', '2009-04-03'],
    ['03/04/2009', '04/17/2009', '2009-03-04'],
    ['03/04/2009', '05/06/2009', '2009'],
  ])('learns the order of %s from %s', async (open, other, edtf) => {
    const [first] = await read(`${HEADER}1,One,A,${open},Text\n2,Two,B,${other},Text`);
    expect(first?.stated?.dates[0]?.edtf).toBe(edtf);
    const doubts = first?.stated?.dates[0]?.issues?.map(({ code }) => code) ?? [];
    expect(doubts).toEqual(edtf === '2009' ? ['date-ambiguous'] : []);
  });

  it('reads days of spreadsheets and seconds of computers in a column of dates only', async () => {
    const [first, second] = await read(`${HEADER}39905,One,A,39906.5,Text\n39906,Two,B,1238716800,Text`);
    expect(first?.stated).toMatchObject({ legacyId: { value: '39905' }, dates: [{ edtf: '2009-04-03' }] });
    expect(second?.stated?.dates[0]).toMatchObject({
      edtf: '2009-04-03',
      evidence: { rule: 'csv:column:Published:guessed:unix-seconds' },
    });
  });

  it('tells a date that is none', async () => {
    const [first] = await read(
      'id,title,body,date\n1,One,Text,soon\n2,Two,Text,2009-01-01\n3,Three,Text,2009-01-02',
    );
    expect(first?.stated?.dates).toEqual([]);
    expect(first?.issues).toContainEqual({ code: 'date-impossible', start: 11, end: 15, found: 'soon' });
  });

  it('quarantines a row with a value too many, keeps one with too few, and reads their neighbours', async () => {
    const rows = await read(
      `${HEADER}1,One,A,2009-01-01,Text\n2,Two,A,2009-01-01,Te,xt\n3,Three\n4,Four,A,2009-01-01,Text`,
    );
    expect(rows.map(({ refused }) => refused)).toEqual([null, 'quarantined', null, null]);
    expect(rows[1]?.issues).toEqual([
      { code: 'row-ragged', start: 22, end: 24, found: '6 values for 5 columns' },
    ]);
    expect(rows[2]?.issues).toEqual([
      { code: 'row-ragged', start: 7, end: 7, found: '2 values for 5 columns' },
    ]);
    expect(rows[3]?.stated?.title?.placed.text).toBe('Four');
  });

  it('does not let an unclosed quote swallow the rows after it', async () => {
    const rows = await read(`${HEADER}1,"One,A,2009-01-01,Text\n${'2,Two,A,2009-01-01,Text\n'.repeat(500)}`, {
      maxRecordBytes: 2000,
    });
    expect(rows).toHaveLength(501);
    expect(rows[0]).toMatchObject({ refused: 'quarantined', start: 34, end: 58 });
    expect(rows[0]?.issues.map(({ code }) => code)).toContain('quote-unclosed');
    expect(rows[500]?.stated?.title?.placed.text).toBe('Two');
  });

  it('reads stray quotes inside quotes, and quotes escaped as MySQL does', async () => {
    const [stray] = await read(`${HEADER}1,"The "old" lamp",A,2009-01-01,Text`);
    expect(stray?.stated?.title?.placed.text).toBe('The "old" lamp');
    const [slashed] = await read(
      `${HEADER}1,"The \\"old\\", dear lamp",A,2009-01-01,"A\\nB"\n2,Two,\\N,2009-01-01,Text`,
    );
    expect(slashed?.stated?.title?.placed.text).toBe('The "old", dear lamp');
    expect(slashed?.stated?.body?.placed.text).toBe('A\nB');
  });

  it('refuses a row beyond the limit without holding it, and goes on', async () => {
    const rows = await read(`${HEADER}1,One,A,2009-01-01,${'x'.repeat(300_000)}\n2,Two,A,2009-01-01,Text`, {
      maxRecordBytes: 5000,
    });
    expect(rows.map(({ start, end, text }) => [start, end, text.length])).toEqual([
      [34, 300_053, 0],
      [300_054, 300_077, 23],
    ]);
    expect(rows[0]?.issues[0]).toEqual({ code: 'record-too-large', start: 0, end: 0, found: '300019 bytes' });
  });

  it.each([
    ['utf-16le', true],
    ['utf-16be', true],
    ['utf-16le', false],
    ['utf-8', true],
    ['windows-1256', false],
    ['windows-1252', false],
  ])('keeps byte positions in %s', async (encoding, addBOM) => {
    const title = encoding === 'windows-1252' ? 'Café “crème” à la carte' : 'عاد المصباح إلى الميناء القديم';
    const body =
      encoding === 'windows-1252'
        ? 'Un garçon très occupé, déjà. '.repeat(4)
        : 'قال الحراس إن المصباح عاد إلى العمل بعد تسع سنوات. '.repeat(4);
    const table = `id,title,body\n1,One,Text\n2,${title},"${body}"\n3,Three,Text`;
    const bytes = iconv.encode(table, encoding, { addBOM });
    const rows = await read(bytes);
    expect(rows.map(({ text }) => text.slice(0, 2))).toEqual(['1,', '2,', '3,']);
    expect(rows[1]?.stated?.title?.placed.text).toBe(title);
    expect(rows[1]?.encoding.name).toBe(encoding);
    for (const { start, end, text } of rows) {
      expect(iconv.decode(bytes.subarray(start, end), encoding, { stripBOM: false })).toBe(text);
    }
  });

  it('converts bodies in HTML and short values with entities', async () => {
    const [first] = await read(
      'id,title,body\n1,Fish &amp; chips,"<p>Hot <b>today</b></p><p><img src=""/f.jpg"" alt=""A fish"">Cold</p>"',
    );
    expect(first?.stated).toMatchObject({
      title: { placed: { text: 'Fish & chips' } },
      body: { placed: { text: 'Hot today\n\nCold' } },
      bodyMarkdown: 'Hot **today**\n\nCold',
      media: [{ url: { value: '/f.jpg' } }],
    });
  });

  it('keeps what the old system did not show a draft', async () => {
    const [first, second] = await read('id,title,body,status\n1,One,Text,draft\n2,Two,Text,published');
    expect(first?.stated?.unpublished).toBe(true);
    expect(first?.issues.map(({ code }) => code)).toContain('not-published');
    expect(second?.stated?.unpublished).toBe(false);
  });

  it('takes hostile files in linear time', async () => {
    const quotes = await read(`${HEADER}${'1,"x\n'.repeat(20_000)}`, { maxRecordBytes: 1_000_000 });
    expect(quotes.length).toBeGreaterThan(0);
    const line = await read(`${HEADER}"${',"'.repeat(100_000)}`, { maxRecordBytes: 500_000 });
    expect(line).toHaveLength(1);
  }, 20_000);
});

describe('recognition', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);

  it.each([
    ['a.csv', 'a,b\n1,2\n3,4', 'csv'],
    ['a.txt', 'Title\tDate\tText\nOne\t2009-01-01\tA\nTwo\t2009-01-02\tB', 'csv'],
    ['a.txt', 'Lamp lit | The Quay Courier\nBy Mara Velsk | 3 April 2009\n\nThe lamp was lit.', 'text'],
    ['a.txt', 'Rain, wind, and fog\nBy A, B, and C\n\nRain, wind, and fog came.', 'text'],
  ])('%s with %j is %s', (path, text, format) => {
    expect(readerFor(bytes(text), path)?.name).toBe(format);
  });
});
