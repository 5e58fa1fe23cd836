import type { Encoding } from '../source-record';
import { encodingNamed, shapeOf } from './encoding-names';
import { guessEncoding } from './guess-encoding';
import { readBytes, readStrictly, type Reading } from './read-bytes';
import { areStray } from './stray-characters';
import { readsAsText, utf16PatternOf } from './utf-16-pattern';
import { scanUtf8, type Utf8Scan } from './utf-8-scan';

export interface Choice extends Reading {
  readonly encoding: Encoding;
}

/** Fewer valid sequences than this may come about in another encoding. */
const FEWEST_SEQUENCES = 3;
const GUESSED_UTF_16_CONFIDENCE = 0.9;
/** As many well-formed sequences to one broken byte do not come about by chance in any other encoding. */
const UTF_8_ODDS = 2;
const DAMAGED_ASCII_CONFIDENCE = 0.5;
const NOTHING_FITS_CONFIDENCE = 0.1;
/** Non-ASCII bytes are few enough to be damage: this many, or this share. */
const FEW_BYTES = 3;
const FEW_SHARE = 0.01;

/** Chooses the encoding of bytes that have no byte-order mark and that nobody named for us. */
export function chooseEncoding(bytes: Uint8Array, declared: string | null): Choice {
  const asDeclared = declared === null ? null : readAsDeclared(bytes, declared);
  if (asDeclared !== null) return asDeclared;
  const utf16 = utf16PatternOf(bytes);
  if (utf16 !== null) return read(bytes, utf16, GUESSED_UTF_16_CONFIDENCE, 'guessed');
  const utf8 = isIso2022(bytes) ? null : readStrictly(bytes, 'utf-8');
  if (utf8 !== null)
    return { text: utf8, invalid: [], encoding: { name: 'utf-8', confidence: 1, from: 'valid' } };
  return chooseLegacy(bytes);
}

/** A record's own declaration may be wrong: it counts only where every byte fits it. */
function readAsDeclared(bytes: Uint8Array, declared: string): Choice | null {
  const name = encodingNamed(declared);
  if (name === null) return null;
  if ((name === 'utf-16le' || name === 'utf-16be') && !readsAsText(bytes.subarray(0, 8192), name))
    return null;
  const text = readStrictly(bytes, name);
  if (text === null || (shapeOf(name) === 'single-byte' && isPlainlyUtf8(bytes))) return null;
  return { text, invalid: [], encoding: { name, confidence: 1, from: 'declared' } };
}

/** Servers declare ISO-8859-1 for everything; text of a single-byte encoding is never valid UTF-8 by chance. */
function isPlainlyUtf8(bytes: Uint8Array): boolean {
  const { multiByte, invalid } = scanUtf8(bytes);
  return invalid.length === 0 && multiByte >= FEWEST_SEQUENCES;
}

/** `ESC $ B` switches ISO-2022-JP to kanji; all its bytes are ASCII. */
function isIso2022(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0x1b); at >= 0; at = bytes.indexOf(0x1b, at + 1)) {
    if (bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40)) return true;
  }
  return false;
}

function chooseLegacy(bytes: Uint8Array): Choice {
  const scan = scanUtf8(bytes);
  if (scan.multiByte > 0 && scan.multiByte >= scan.invalid.length * UTF_8_ODDS && scan.invalid.length > 0) {
    const share = scan.multiByte / (scan.multiByte + scan.invalid.length);
    return read(bytes, 'utf-8', Math.min(share, 0.99), 'guessed');
  }
  const guess = guessEncoding(bytes);
  if (guess === null) return read(bytes, 'utf-8', NOTHING_FITS_CONFIDENCE, 'guessed');
  const reading = read(bytes, guess.name, guess.confidence, 'guessed');
  const damaged =
    isFew(scan, bytes.length) && shapeOf(guess.name) === 'single-byte' && areStray(reading.text);
  return damaged ? read(bytes, 'utf-8', DAMAGED_ASCII_CONFIDENCE, 'guessed') : reading;
}

function isFew(scan: Utf8Scan, length: number): boolean {
  return scan.high <= FEW_BYTES || scan.high <= length * FEW_SHARE;
}

function read(bytes: Uint8Array, name: string, confidence: number, from: Encoding['from']): Choice {
  return { ...readBytes(bytes, name), encoding: { name, confidence, from } };
}
