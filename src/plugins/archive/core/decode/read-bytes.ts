import iconv from 'iconv-lite';
import type { Span } from '../span';
import { needsIconv } from './encoding-names';
import { scanUtf8 } from './utf-8-scan';

/** Bytes read in one encoding, and the places that did not fit it. */
export interface Reading {
  readonly text: string;
  /** U+FFFD characters of `text` that stand for bytes without meaning, in order. */
  readonly invalid: readonly InvalidBytes[];
}

export interface InvalidBytes extends Span {
  /** The bytes as `0xC3 0x28`, or the U+FFFD itself where the encoding does not tell. */
  readonly found: string;
}

/**
 * Decodes bytes without a byte-order mark; `name` is one of `encodingNamed`. Bytes that mean nothing become U+FFFD.
 * A U+FFFD that was properly encoded is text, not an error.
 */
export function readBytes(bytes: Uint8Array, name: string): Reading {
  if (needsIconv(name)) {
    const text = iconv.decode(bytes, name, { stripBOM: false });
    return { text, invalid: replacementsIn(text) };
  }
  const strict = readStrictly(bytes, name);
  if (strict !== null) return { text: strict, invalid: [] };
  const text = new TextDecoder(name, { ignoreBOM: true }).decode(bytes);
  return { text, invalid: name === 'utf-8' ? scanUtf8(bytes).invalid : replacementsIn(text) };
}

/** The text, or null where any byte does not fit the encoding. */
export function readStrictly(bytes: Uint8Array, name: string): string | null {
  if (needsIconv(name)) {
    const reading = readBytes(bytes, name);
    return reading.invalid.length === 0 ? reading.text : null;
  }
  try {
    return new TextDecoder(name, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function replacementsIn(text: string): InvalidBytes[] {
  const invalid: InvalidBytes[] = [];
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) {
    invalid.push({ start: at, end: at + 1, found: '\uFFFD' });
  }
  return invalid;
}
