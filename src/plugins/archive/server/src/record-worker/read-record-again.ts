import { byteOffsetAt, type DecodedWith } from '../../../core/decode/byte-map';
import { decode } from '../../../core/decode/decode';
import type { Span } from '../../../core/span';
import { UNWATCHED, type ParseSettings } from '../import/input/parse-task';
import type { InputFile } from '../import/input/parsed-record';
import { InputFault } from '../import/input/input-fault';
import { openInput, type OpenInput } from '../import/input/read-input';
import type { RecordInFile } from '../import/input/record-place';
import { readRecords } from '../import/input/read-records';

/** A record as the ledger knows it, to be read again. */
export interface RecordPlace {
  readonly file: InputFile;
  readonly settings: ParseSettings;
  /** Its number in the file. */
  readonly index: number;
  /** Where the ledger says that it stands. */
  readonly bytes: Span;
  /** Its place tells which one it is: records before it were erased, so that numbers are others. */
  readonly byPlace?: boolean;
}

/** A record to read again, and the places of it that are asked for. */
export interface RecordWish extends RecordPlace {
  readonly spans: readonly Span[];
}

/** A place of the record's text, with the bytes of the file that say it where those can be told. */
export interface PlacedExcerpt extends Span {
  /** The text from `textStart` on, around the place. */
  readonly text: string;
  readonly textStart: number;
  readonly bytes: Span | null;
}

export type RecordAnswer =
  | { readonly found: true; readonly characters: number; readonly excerpts: readonly PlacedExcerpt[] }
  | { readonly found: false; readonly why: string };

/** Characters shown before and after a place, and the most of the place itself. */
const AROUND = 160;
const LONGEST_PLACE = 20_000;

/**
 * Reads a file with the same readers as the import did, up to one record, and cuts out the places asked for.
 * Whatever is wrong is in the answer.
 */
export async function readRecordAgain(wish: RecordWish): Promise<RecordAnswer> {
  let input: OpenInput | null = null;
  try {
    input = openInput(wish.file.absolute);
    const own = bytesBetween(input, wish.bytes, wish.settings.maxRecordBytes);
    const record = await recordAt(own.input, wish);
    if (typeof record === 'string') return { found: false, why: record };
    const decodedWith = decodingOf(record, own.taken());
    return {
      found: true,
      characters: record.text.length,
      excerpts: wish.spans.map((span) => excerptAt(record, span, decodedWith)),
    };
  } catch (error) {
    if (error instanceof InputFault) return { found: false, why: error.message };
    throw error;
  } finally {
    input?.close();
  }
}

/** The record, or why it is not there as it was. */
export async function recordAt(
  input: OpenInput,
  { file, settings, index, bytes, byPlace = false }: RecordPlace,
): Promise<RecordInFile | string> {
  for await (const record of readRecords(input, { file, skip: 0 }, settings, UNWATCHED)) {
    const isInPlace = record.start === bytes.start && record.end === bytes.end;
    if (byPlace ? !isInPlace : record.index !== index) continue;
    return isInPlace ? record : 'The record stands at another place of the file than it did.';
  }
  return `The file has no record ${index} any more.`;
}

/** An input that keeps the bytes of one stretch as they pass; nothing where the stretch is longer than a record may be. */
function bytesBetween(input: OpenInput, { start, end }: Span, most: number) {
  const parts: Uint8Array[] = [];
  let position = 0;
  const next = (): Uint8Array | null => {
    const chunk = input.next();
    if (chunk === null) return null;
    const [from, to] = [Math.max(0, start - position), Math.min(chunk.length, end - position)];
    if (from < to && end - start <= most) parts.push(chunk.subarray(from, to));
    position += chunk.length;
    return chunk;
  };
  return { input: { ...input, next }, taken: () => Buffer.concat(parts) };
}

/**
 * How the record's bytes became its text; null where its text is not simply its bytes decoded, as in a compressed
 * file: then only the record as a whole has bytes.
 */
function decodingOf({ encoding, text }: RecordInFile, bytes: Uint8Array): DecodedWith | null {
  if (bytes.length === 0) return null;
  const decoded = decode(bytes, { encoding: encoding.name });
  return decoded.text === text ? decoded : null;
}

function excerptAt(record: RecordInFile, span: Span, decodedWith: DecodedWith | null): PlacedExcerpt {
  const { text, encoding, start: recordStart } = record;
  const start = Math.min(span.start, text.length);
  const end = Math.min(span.end, text.length, start + LONGEST_PLACE);
  const textStart = wholeFrom(text, Math.max(0, start - AROUND));
  const offset = (at: number) =>
    decodedWith === null ? null : byteOffsetAt(text, encoding.name, at, decodedWith);
  const [from, to] = [offset(start), offset(end)];
  return {
    start,
    end,
    text: text.slice(textStart, wholeFrom(text, Math.min(text.length, end + AROUND))),
    textStart,
    bytes: from === null || to === null ? null : { start: recordStart + from, end: recordStart + to },
  };
}

/** A position that does not cut a surrogate pair in two. */
function wholeFrom(text: string, at: number): number {
  return at > 0 && at < text.length && /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;
}
