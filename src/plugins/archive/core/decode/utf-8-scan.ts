import type { InvalidBytes } from './read-bytes';

export interface Utf8Scan {
  /** Well-formed sequences of two to four bytes. */
  readonly multiByte: number;
  /** One entry for each U+FFFD that a decoder puts, at its UTF-16 position in the decoded text. */
  readonly invalid: readonly InvalidBytes[];
  /** Bytes of 0x80 and above. */
  readonly high: number;
}

/** What may follow a lead byte: how many continuation bytes, and the range of the first (Unicode 16, table 3-7). */
interface Lead {
  readonly continuations: number;
  readonly from: number;
  readonly to: number;
}

function leadOf(byte: number): Lead | null {
  if (byte >= 0xc2 && byte <= 0xdf) return { continuations: 1, from: 0x80, to: 0xbf };
  if (byte === 0xe0) return { continuations: 2, from: 0xa0, to: 0xbf };
  if (byte === 0xed) return { continuations: 2, from: 0x80, to: 0x9f };
  if (byte >= 0xe1 && byte <= 0xef) return { continuations: 2, from: 0x80, to: 0xbf };
  if (byte === 0xf0) return { continuations: 3, from: 0x90, to: 0xbf };
  if (byte >= 0xf1 && byte <= 0xf3) return { continuations: 3, from: 0x80, to: 0xbf };
  if (byte === 0xf4) return { continuations: 3, from: 0x80, to: 0x8f };
  return null;
}

/**
 * Length of the sequence at `at`, and whether it is whole. A broken one covers its longest good start, as
 * `TextDecoder` and Unicode 16 section 3.9 ("maximal subpart") replace it.
 */
export function sequenceAt(
  bytes: Uint8Array,
  at: number,
): { readonly length: number; readonly whole: boolean } {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return { length: 1, whole: true };
  const lead = leadOf(first);
  if (lead === null) return { length: 1, whole: false };
  for (let index = 1; index <= lead.continuations; index++) {
    const byte = bytes[at + index];
    const from = index === 1 ? lead.from : 0x80;
    const to = index === 1 ? lead.to : 0xbf;
    if (byte === undefined || byte < from || byte > to) return { length: index, whole: false };
  }
  return { length: lead.continuations + 1, whole: true };
}

/** Counts what is and what is not UTF-8 in the bytes. Linear. */
export function scanUtf8(bytes: Uint8Array): Utf8Scan {
  const invalid: InvalidBytes[] = [];
  let multiByte = 0;
  let high = 0;
  let units = 0;
  for (let at = 0; at < bytes.length; ) {
    if ((bytes[at] ?? 0) < 0x80) {
      at += 1;
      units += 1;
      continue;
    }
    const { length, whole } = sequenceAt(bytes, at);
    if (whole) multiByte += 1;
    else invalid.push({ start: units, end: units + 1, found: hex(bytes.subarray(at, at + length)) });
    high += length;
    units += whole && length === 4 ? 2 : 1;
    at += length;
  }
  return { multiByte, invalid, high };
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(' ');
}
