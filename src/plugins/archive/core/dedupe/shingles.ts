import { foldedUnit, GAP, SILENT } from './folded-unit';

/** Words of a shingle. */
export const SHINGLE_WORDS = 3;
/** Longer texts are compared by their beginning. */
const MOST_UNITS = 200_000;

/**
 * Calls `take` with a 32-bit hash of every three words in a row, and returns the number of words. Case, accents,
 * punctuation, white space and Arabic spelling variants make no difference. One pass, no string is made.
 */
export function eachShingle(text: string, take: (hash: number) => void): number {
  const end = Math.min(text.length, MOST_UNITS);
  let words = 0;
  let first = 0;
  let second = 0;
  let word = 0;
  for (let at = 0; at <= end; at++) {
    const unit = at < end ? foldedUnit(text.charCodeAt(at)) : GAP;
    if (unit > SILENT) word = Math.imul((word === 0 ? SEED : word) ^ unit, 0x01000193);
    else if (unit === GAP && word !== 0) {
      words++;
      if (words >= SHINGLE_WORDS)
        take(mixed(Math.imul(first, 0x27d4eb2f) ^ Math.imul(second, 0x165667b1) ^ word));
      first = second;
      second = word;
      word = 0;
    }
  }
  return words;
}

const SEED = 0x811c9dc5;

/** Spreads a hash over all of its 32 bits. */
export function mixed(hash: number): number {
  let value = hash ^ (hash >>> 16);
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
