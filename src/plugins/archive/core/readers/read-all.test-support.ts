import { draftArticle } from '../draft/draft-from-record';
import type { SourceRecord } from '../source-record';
import type { Reader, ReaderOptions } from './reader';

/** A file as chunks of odd sizes, so that characters and line ends are cut in two. */
export async function* chunksOf(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

/** All records of a file. */
export async function readAll(
  reader: Reader,
  input: string | Uint8Array,
  { chunkSize = 7_001, ...options }: Partial<ReaderOptions> & { readonly chunkSize?: number } = {},
): Promise<SourceRecord[]> {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const records: SourceRecord[] = [];
  const all = { maxRecordBytes: 8_000_000, ...options };
  for await (const record of reader.records(chunksOf(bytes, chunkSize), all)) records.push(record);
  return records;
}

/** For each field of the draft, the rule and the text of the record that its evidence points at. */
export function evidenceTexts(record: SourceRecord | undefined): Record<string, string> {
  if (record === undefined) return {};
  const { evidence } = draftArticle(record, { profiles: [], path: 'x' });
  return Object.fromEntries(
    Object.entries(evidence).map(([field, { start, end, rule }]) => [
      field,
      `${rule} «${record.text.slice(start, end)}»`,
    ]),
  );
}
