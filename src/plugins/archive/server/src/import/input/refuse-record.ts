import { issue, type Issue, type IssueCode } from '../../../../core/issue';
import type { ByteOffset } from '../../../../core/source-record';
import type { Stopped } from './parse-task';
import type { InputFile } from './parsed-record';
import type { RecordInFile } from './record-place';

/** A record without text that stands for a file (or the rest of one) that cannot be read. */
export function refusedRecord(file: InputFile, index: number, issues: readonly Issue[]): RecordInFile {
  return {
    index,
    start: 0 as ByteOffset,
    end: file.size as ByteOffset,
    format: 'unknown',
    encoding: { name: 'utf-8', confidence: 0, from: 'guessed' },
    text: '',
    stated: null,
    issues,
    refused: 'rejected',
    member: null,
    indexInMember: index,
  };
}

/** The record as it is given out when parsing it had to be stopped: a person must look at it. */
export function stoppedRecord(record: RecordInFile, { code, found }: Stopped): RecordInFile {
  return {
    ...record,
    text: '',
    stated: null,
    issues: [...record.issues, issueAbout(code, found)],
    refused: 'quarantined',
  };
}

/** An issue of the record as a whole. */
export function issueAbout(code: IssueCode, found: string): Issue {
  return issue(code, { start: 0, end: 0 }, found);
}
