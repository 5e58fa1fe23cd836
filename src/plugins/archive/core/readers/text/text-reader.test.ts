import type { SourceRecord } from '../../source-record';
import { readerFor } from '../index';
import { LONGEST_LINE, textReader } from './text-reader';

async function* chunksOf(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(text: string, maxRecordBytes = 8_000_000): Promise<SourceRecord[]> {
  const records: SourceRecord[] = [];
  const bytes = new TextEncoder().encode(text);
  for await (const record of textReader.records(chunksOf(bytes, 7_001), { maxRecordBytes }))
    records.push(record);
  return records;
}

describe('textReader', () => {
  it('makes one record of a file, whole in bytes and in text', async () => {
    const text = 'Lamps lit – at last\n'.repeat(2_000);
    const [record, ...others] = await read(text);
    expect(others).toEqual([]);
    expect(record).toMatchObject({
      index: 0,
      start: 0,
      end: 44_000,
      format: 'text',
      refused: null,
      issues: [],
    });
    expect(record?.text).toBe(text);
  });

  it('rejects an empty file', async () => {
    const [record] = await read('');
    expect(record).toMatchObject({ end: 0, refused: 'rejected' });
    expect(record?.issues.map(({ code }) => code)).toEqual(['file-empty']);
  });

  it('accepts a file of exactly the limit and refuses one byte more, still counting its length', async () => {
    const [fits] = await read('a'.repeat(20_000), 20_000);
    expect(fits).toMatchObject({ end: 20_000, refused: null });
    const [over] = await read('a'.repeat(20_001), 20_000);
    expect(over).toMatchObject({ end: 20_001, refused: 'quarantined', text: '' });
    expect(over?.issues).toEqual([{ code: 'record-too-large', start: 0, end: 0, found: '20001 bytes' }]);
  });

  it('refuses a line longer than the limit and names it', async () => {
    const [fits] = await read(`Title\n${'x'.repeat(LONGEST_LINE)}`);
    expect(fits?.refused).toBeNull();
    const [over] = await read(`Title\n${'x'.repeat(LONGEST_LINE + 1)}`);
    expect(over).toMatchObject({ refused: 'quarantined', end: LONGEST_LINE + 7 });
    expect(over?.issues).toEqual([{ code: 'line-too-long', start: 0, end: 0, found: 'line 2' }]);
  });

  it('is the reader for a text file', () => {
    expect(readerFor(new Uint8Array([65]), 'a/b.txt')?.name).toBe('text');
  });
});
