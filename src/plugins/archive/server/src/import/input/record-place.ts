import type { SourceRecord } from '../../../../core/source-record';
import type { InputFile } from './parsed-record';

/** A record and where in its file it stands; `index` is its number within the whole file. */
export interface RecordInFile extends SourceRecord {
  /** Path inside the container that the file is, nested ones joined with `/`; null for a plain file or a `.gz`. */
  readonly member: string | null;
  /** Its number within the member, whose unpacked bytes `start` and `end` count. */
  readonly indexInMember: number;
}

type Place = Pick<RecordInFile, 'member'>;

/** Where a record's text stands in the dump: `dump/2004.zip/07/0001.txt`. */
export function dumpPathOf({ dumpPath }: Pick<InputFile, 'dumpPath'>, { member }: Place): string {
  return member === null ? dumpPath : `${dumpPath}/${member}`;
}

/** The same, as the person named the dump. */
export function shownPathOf({ shown }: Pick<InputFile, 'shown'>, { member }: Place): string {
  return member === null ? shown : `${shown}/${member}`;
}
