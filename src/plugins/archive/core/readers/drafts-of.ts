import type { DraftArticle } from '../draft-article';
import { draftArticle } from '../draft/draft-from-record';
import type { SourceRecord } from '../source-record';
import type { Reader, ReaderOptions } from './reader';

/** A record together with what is made of it. */
export interface ReadRecord {
  readonly record: SourceRecord;
  readonly draft: DraftArticle;
}

const OPTIONS: ReaderOptions = { maxRecordBytes: 16 * 1024 * 1024 };

/** Reads a whole file that is in memory, in chunks of a given size: for tests and measurements. */
export async function draftsOf(
  reader: Reader,
  file: string | Uint8Array,
  { chunk = 65_536, ...options }: Partial<ReaderOptions> & { readonly chunk?: number } = {},
): Promise<ReadRecord[]> {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const read: ReadRecord[] = [];
  for await (const record of reader.records(inChunks(bytes, chunk), { ...OPTIONS, ...options })) {
    read.push({ record, draft: draftArticle(record, { profiles: [], path: 'file' }) });
  }
  return read;
}

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}
