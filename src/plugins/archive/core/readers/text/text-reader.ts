import { decode } from '../../decode/decode';
import { issue } from '../../issue';
import type { ByteOffset, Encoding, SourceRecord } from '../../source-record';
import { linesOf } from '../../text/lines';
import type { Confidence, Reader, ReaderOptions } from '../reader';
import { gatherBytes } from './gather-bytes';

/** In UTF-16 units. Real pages have paragraphs of some thousand characters, never of a million. */
export const LONGEST_LINE = 1024 * 1024;

const NOT_READ: Encoding = { name: 'utf-8', confidence: 0, from: 'guessed' };
const NOWHERE = { start: 0, end: 0 };

/** Reads one page saved as text from one file: the whole file is one record. */
export const textReader: Reader = {
  name: 'text',

  /**
   * Any file may be text; whether it is, decoding tells. A name that says so makes it likelier. XML that no other reader
   * knows is data, not a page.
   */
  recognises(head: Uint8Array, path: string): Confidence {
    if (/^(?:\u00ef\u00bb\u00bf)?<\?xml\s/.test(new TextDecoder('latin1').decode(head.subarray(0, 16))))
      return 0;
    return /\.(?:txt|text|dump|asc)$/i.test(path) ? 0.5 : 0.1;
  },

  async *records(chunks: AsyncIterable<Uint8Array>, options: ReaderOptions): AsyncIterable<SourceRecord> {
    const { bytes, length } = await gatherBytes(chunks, options.maxRecordBytes);
    yield bytes === null ? tooLarge(length) : pageOf(bytes, options);
  },
};

function pageOf(bytes: Uint8Array, { encoding }: ReaderOptions): SourceRecord {
  const { text, ...decoded } = decode(bytes, encoding === undefined ? {} : { encoding });
  const place = placeOf(bytes.length);
  const long = text.length <= LONGEST_LINE ? -1 : firstLongLine(text);
  if (long < 0) {
    return { ...place, encoding: decoded.encoding, text, issues: decoded.issues, refused: decoded.refused };
  }
  const issues = [issue('line-too-long', NOWHERE, `line ${long + 1}`)];
  return { ...place, encoding: decoded.encoding, text: '', issues, refused: 'quarantined' };
}

function firstLongLine(text: string): number {
  return linesOf(text).findIndex((line) => line.end - line.start > LONGEST_LINE);
}

function tooLarge(length: number): SourceRecord {
  const issues = [issue('record-too-large', NOWHERE, `${length} bytes`)];
  return { ...placeOf(length), encoding: NOT_READ, text: '', issues, refused: 'quarantined' };
}

function placeOf(length: number) {
  return {
    index: 0,
    start: 0 as ByteOffset,
    end: length as ByteOffset,
    format: textReader.name,
    stated: null,
  };
}
