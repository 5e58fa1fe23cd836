import { issue, type Issue } from '../../issue';
import type { ByteOffset, Encoding, SourceRecord } from '../../source-record';
import type { TextFile } from './open-text-file';

/** Where a record lies, and who read it. */
export interface RecordPlace {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly format: string;
}

const NOT_READ: Encoding = { name: 'utf-8', confidence: 0, from: 'guessed' };
const NOWHERE = { start: 0, end: 0 };

/** A record that was not read: its text is empty. */
export function refusedRecord(
  { index, start, end, format }: RecordPlace,
  issues: readonly Issue[],
  encoding: Encoding = NOT_READ,
): SourceRecord {
  return {
    index,
    start: start as ByteOffset,
    end: end as ByteOffset,
    format,
    encoding,
    text: '',
    stated: null,
    issues,
    refused: 'quarantined',
  };
}

/** A record of more bytes than the limit, with how many it has. */
export function tooLargeRecord(place: RecordPlace, encoding: Encoding): SourceRecord {
  const issues = [issue('record-too-large', NOWHERE, `${place.end - place.start} bytes`)];
  return refusedRecord(place, issues, encoding);
}

/** Decodes a part of the window as a record that has nothing stated yet. */
export function recordOfSlice(
  { window, decoder }: Pick<TextFile, 'window' | 'decoder'>,
  { from, to }: { readonly from: number; readonly to: number },
  { index, format }: Pick<RecordPlace, 'index' | 'format'>,
): SourceRecord {
  const decoded = decoder.decode(window.bytes(from, to), window.bytes(from, window.end));
  return {
    index,
    start: window.byteAt(from),
    end: window.byteAt(to),
    format,
    encoding: decoded.encoding,
    text: decoded.text,
    stated: null,
    issues: decoded.issues,
    refused: decoded.refused,
  };
}
