import { issue, type Issue, type IssueCode } from '../../../../core/issue';
import type { ByteOffset, SourceRecord } from '../../../../core/source-record';
import type { Stopped } from './parse-task';
import type { InputFile } from './parsed-record';

/** A record without text that stands for a file (or the rest of one) that cannot be read. */
export function refusedRecord(file: InputFile, index: number, issues: readonly Issue[]): SourceRecord {
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
  };
}

/** The record as it is given out when parsing it had to be stopped: a person must look at it. */
export function stoppedRecord(record: SourceRecord, { code, found }: Stopped): SourceRecord {
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
