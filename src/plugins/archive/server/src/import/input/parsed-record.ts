import type { DraftArticle } from '../../../../core/draft-article';
import type { Profile } from '../../../../core/profiles/profile';
import type { SourceRecord } from '../../../../core/source-record';

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
}

/** One record, read and understood, not yet written. */
export interface ParsedRecord {
  readonly file: InputFile;
  readonly record: SourceRecord;
  readonly draft: DraftArticle;
  /** The profile that was used, for what it says of source and era. */
  readonly profile: Profile | null;
}
