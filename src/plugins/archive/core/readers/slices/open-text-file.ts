import { decode } from '../../decode/decode';
import { byteOrderMarkOf } from '../../decode/byte-order-mark';
import { shapeOf } from '../../decode/encoding-names';
import type { SourceRecord } from '../../source-record';
import type { ReaderOptions } from '../reader';
import { sliceDecoder, type SliceDecoder } from './slice-decoder';
import { fileWindow, type FileWindow } from './file-window';
import { refusedRecord } from './record-of-slice';

/** So much of a file is looked at before its first record is cut: its encoding, its columns, its separators. */
export const HEAD_BYTES = 256 * 1024;

/** A file of text with many records, opened for one reading. */
export interface TextFile {
  readonly window: FileWindow;
  readonly decoder: SliceDecoder;
  /** The head as text, for a look; positions in it mean nothing. */
  readonly headText: string;
  /** Whether the file goes on behind the head. */
  readonly cut: boolean;
}

/**
 * Reads the head of a file and settles how its bytes become text, once for all its records. A file that has no text
 * comes back as the one record that says so.
 */
export async function openTextFile(
  chunks: AsyncIterable<Uint8Array>,
  options: ReaderOptions,
  format: string,
): Promise<TextFile | SourceRecord> {
  const iterator = chunks[Symbol.asyncIterator]();
  const head = await firstBytes(iterator, HEAD_BYTES);
  const whole = wholeCharacters(head.subarray(0, HEAD_BYTES));
  const { encoding: named } = options;
  const decoded = decode(whole, named === undefined ? {} : { encoding: named });
  if (decoded.refused === 'rejected') {
    let length = head.length;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      length += next.value.length;
    }
    // The record has no text, so there is no other place to name in it.
    const issues = decoded.issues.map((one) => ({ ...one, start: 0, end: 0 }));
    return { ...refusedRecord({ index: 0, start: 0, end: length, format }, issues), refused: 'rejected' };
  }
  const { name } = decoded.encoding;
  const shape = shapeOf(name);
  const unitBytes = shape === 'utf-16' ? 2 : shape === 'utf-32' ? 4 : 1;
  const { bomLength } = decoded;
  const window = fileWindow(iterator, { head, bomLength, unitBytes, bigEndian: name.endsWith('be') });
  const cut = head.length >= HEAD_BYTES;
  return { window, decoder: sliceDecoder(decoded.encoding, whole), headText: decoded.text, cut };
}

const GLANCE_BYTES = 64 * 1024;

/** The head of a file as text, for recognising it; null where it is no text. */
export function headAsText(head: Uint8Array, encoding?: string): string | null {
  const bytes = head.subarray(0, GLANCE_BYTES);
  const whole = bytes.length < head.length ? wholeCharacters(bytes) : bytes;
  const { text, refused } = decode(whole, encoding === undefined ? {} : { encoding });
  return refused === 'rejected' ? null : text;
}

/** Whether a file could be opened. */
export function isOpen(opened: TextFile | SourceRecord): opened is TextFile {
  return 'window' in opened;
}

async function firstBytes(chunks: AsyncIterator<Uint8Array>, atLeast: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  while (length < atLeast) {
    const next = await chunks.next();
    if (next.done === true) break;
    parts.push(next.value);
    length += next.value.length;
  }
  const head = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    head.set(part, at);
    at += part.length;
  }
  return head;
}

/** The bytes up to a place where no character is cut in two, as far as that can be told before the encoding is. */
export function wholeCharacters(bytes: Uint8Array): Uint8Array {
  const mark = byteOrderMarkOf(bytes);
  if (bytes.includes(0) || mark?.name.startsWith('utf-16'))
    return bytes.subarray(0, bytes.length - (bytes.length % 4));
  let end = bytes.length;
  while (end > 0 && bytes.length - end < 8 && (bytes[end - 1] ?? 0) >= 0x80) end -= 1;
  return end > 0 && (bytes[end - 1] ?? 0) < 0x80 ? bytes.subarray(0, end) : bytes;
}
