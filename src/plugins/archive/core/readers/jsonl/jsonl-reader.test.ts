import { readAll } from '../read-all.test-support';
import { readerFor } from '../index';
import { jsonlReader } from './jsonl-reader';

const LINES =
  '{"_id":{"$oid":"a1"},"headline":"One","text":"Lit.","created_at":1238716800}\r\n' +
  '{"_id":{"$oid":"a2"},"headline":"Two","text":"Out."\r\n\n' +
  '{"_id":{"$oid":"a3"},"headline":"Three","text":"Lit.","created_at":"2009-04-05"}';

describe('jsonlReader', () => {
  it('makes a record of each line; a faulty one leaves its neighbours alone', async () => {
    const records = await readAll(jsonlReader, LINES);
    expect(records.map(({ start, end, refused }) => [start, end, refused])).toEqual([
      [0, 76, null],
      [78, 129, 'quarantined'],
      [132, 212, null],
    ]);
    expect(records[0]?.stated).toMatchObject({
      title: { placed: { text: 'One' } },
      legacyId: { value: 'a1' },
      dates: [{ edtf: '2009-04-03', text: '1238716800' }],
    });
    expect(records[1]?.issues).toEqual([{ code: 'json-invalid', start: 51, end: 51, found: '' }]);
    expect(records[2]?.stated?.dates[0]?.edtf).toBe('2009-04-05');
  });

  it('refuses a line beyond the limit without holding it', async () => {
    const records = await readAll(
      jsonlReader,
      `${LINES}\n{"headline":"${'x'.repeat(3_000_000)}"}\n{"headline":"Last"}`,
      {
        maxRecordBytes: 1000,
      },
    );
    expect(records.map(({ refused }) => refused)).toEqual([null, 'quarantined', null, 'quarantined', null]);
    expect(records[3]?.issues[0]).toMatchObject({ code: 'record-too-large', found: '3000015 bytes' });
  });

  it('is the reader for such files, whatever their name', () => {
    const bytes = new TextEncoder().encode(LINES);
    for (const path of ['a.jsonl', 'a.json', 'export']) expect(readerFor(bytes, path)?.name).toBe('jsonl');
    expect(readerFor(new TextEncoder().encode('{"a":1}'), 'a.ndjson')?.name).toBe('jsonl');
    expect(readerFor(new TextEncoder().encode('{\n"a":1}\n{\n'), 'a.json')?.name).toBe('json');
  });
});
