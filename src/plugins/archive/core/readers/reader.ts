import type { SourceRecord } from '../source-record';

/** 0 (not this format) to 1 (certainly this format). */
export type Confidence = number;

export interface ReaderOptions {
  /** Named by a person, in the profile or with --encoding. It must be a known one (`isKnownEncoding`). */
  readonly encoding?: string;
  /** A record of more bytes than this is refused, and never held in memory. */
  readonly maxRecordBytes: number;
}

/** Turns the decompressed bytes of one file into records. A format is a folder here and a line in `index.ts`. */
export interface Reader {
  /** As written into every record's `format`. */
  readonly name: string;
  /** Judges by the first bytes of the file (a few KB suffice) and by its path inside the dump. */
  recognises(head: Uint8Array, path: string): Confidence;
  /** Yields the records in file order; a damaged one is yielded with `refused` and issues, never thrown. */
  records(chunks: AsyncIterable<Uint8Array>, options: ReaderOptions): AsyncIterable<SourceRecord>;
}
