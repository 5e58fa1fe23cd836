import type { DraftArticle } from '../../../../core/draft-article';
import type { Profile } from '../../../../core/profiles/profile';
import type { Preparation } from '../resolve/prepare-record';
import type { RecordInFile } from './record-place';

/** A file to read, and where it stands in the dump it came with. */
export interface InputFile {
  /** Real path on disk. */
  readonly absolute: string;
  /** The path as the person gave it, for messages. */
  readonly shown: string;
  /** Real path of the folder (or of the single file) that was named. */
  readonly root: string;
  /** Name of the dump and the path inside it: `samples/courier/0001.txt`. Does not depend on where the dump lies. */
  readonly dumpPath: string;
  /** Bytes on disk when the file was listed. */
  readonly size: number;
  /** When it was last changed, in whole milliseconds since 1970, as of the listing. */
  readonly modifiedAt: number;
}

/** What is known of a record besides its text and fields, which are not needed once it is understood. */
export type RecordFacts = Omit<RecordInFile, 'text' | 'stated'> & {
  /** Length of the text in UTF-16 units. */
  readonly characters: number;
  /** Its format stated the fields; none had to be understood from the looks of a page. */
  readonly structured: boolean;
};

/** One record, read and understood, not yet written. */
export interface ParsedRecord {
  readonly file: InputFile;
  readonly record: RecordFacts;
  readonly draft: DraftArticle;
  /** The profile that was used, for what it says of source and era. */
  readonly profile: Profile | null;
  /**
   * What writing needs, where the record is parsed to be written; the body is then there alone and `draft` has none,
   * since it would travel between threads twice.
   */
  readonly preparation: Preparation | null;
}

/** What is known of a file once it was read to its end; follows the last of its records. */
export interface FileEnd {
  readonly file: InputFile;
  /** Bytes read. */
  readonly bytes: number;
  /** Of the bytes as they were read, in hexadecimal; null where the file could not be read to its end. */
  readonly sha256: string | null;
  /** Milliseconds since 1970, when the file was opened; null where it could not be opened. */
  readonly modifiedAt: number | null;
  /** Records of the file, those that were skipped included. */
  readonly records: number;
  /** A copy is in the vault; absent where nobody asked for one. */
  readonly vaulted?: boolean;
  /** The file changed between opening and end, so that its records may be halves of two versions. */
  readonly changed: boolean;
}

export type ParsedItem =
  | ({ readonly kind: 'record' } & ParsedRecord)
  | ({ readonly kind: 'file-end' } & FileEnd);
