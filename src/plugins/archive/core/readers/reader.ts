import type { DateOrder } from '../dates/date-reading';
import type { ColumnField } from '../profiles/profile';
import type { SourceRecord } from '../source-record';

/** 0 (not this format) to 1 (certainly this format). */
export type Confidence = number;

export interface ReaderOptions {
  /** Named by a person, in the profile or with --encoding. It must be a known one (`isKnownEncoding`). */
  readonly encoding?: string;
  /** A record of more bytes than this is refused, and never held in memory. */
  readonly maxRecordBytes: number;
  /** What columns and properties hold, by the profile; without it, it is guessed. */
  readonly columns?: Readonly<Record<string, ColumnField>>;
  /** How `03/04/2009` is meant, by the profile; without it, the file's own dates may tell. */
  readonly dateOrder?: DateOrder;
  /** What the lines begin with that part the articles of one text file, by the profile or with --separator. */
  readonly separators?: readonly string[];
  /** Absent where the file stands alone, as inside an archive of files. */
  readonly companions?: Companions;
  /** For the packed pages in web archives; without it they stay packed. */
  readonly decompress?: Decompress;
}

/** The files beside the one that is read, for formats that keep one thing in several. */
export interface Companions {
  /** Name of the file that is read. */
  readonly own: string;
  /** Names of the files in its folder, as many as are looked at. */
  names(): Promise<readonly string[]>;
  /** A file in the folder or below it; null where there is none, where it is too large, or outside. */
  read(name: string): Promise<Uint8Array | null>;
}

/** What unpacked bytes came to: cut where the packed ones end early, none where they were too many. */
export interface Decompressed {
  readonly bytes: Uint8Array;
  readonly cut: boolean;
  readonly tooLarge: boolean;
}

/** Unpacks what an HTTP server packed; null where the bytes are not packed that way. */
export type Decompress = (
  coding: 'gzip' | 'deflate' | 'br',
  bytes: Uint8Array,
  mostBytes: number,
) => Decompressed | null;

/** Turns the decompressed bytes of one file into records. A format is a folder here and a line in `index.ts`. */
export interface Reader {
  /** As written into every record's `format`. */
  readonly name: string;
  /**
   * Judges by the first bytes of the file (a few KB suffice), by its path inside the dump, and where that helps by
   * what a person said of the dump.
   */
  recognises(head: Uint8Array, path: string, options?: ReaderOptions): Confidence;
  /** Reading may begin at any of its records, since each says by itself where it starts: used behind damage. */
  readonly restartable?: boolean;
  /** Yields the records in file order; a damaged one is yielded with `refused` and issues, never thrown. */
  records(chunks: AsyncIterable<Uint8Array>, options: ReaderOptions): AsyncIterable<SourceRecord>;
}
