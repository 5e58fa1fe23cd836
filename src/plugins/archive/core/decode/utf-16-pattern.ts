import { readStrictly } from './read-bytes';

const SAMPLE_BYTES = 8192;
/** Spaces, digits and line ends alone put this many NULs on one side, in any script that uses them. */
const LEAST_NUL_SHARE = 0.04;
const LEAST_TEXT_SHARE = 0.95;
/** `─` (U+2500) and a few others have their NUL on the other side: one in so many is no reason to doubt. */
const ODD_SIDE = 20;

/**
 * `utf-16le` or `utf-16be` where NUL bytes stand on one side of the byte pairs and the pairs read as text;
 * null otherwise. `H\0i\0` is little-endian.
 */
export function utf16PatternOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, Math.min(bytes.length - (bytes.length % 2), SAMPLE_BYTES));
  const pairs = sample.length / 2;
  if (pairs < 2) return null;
  let first = 0;
  let second = 0;
  for (let at = 0; at < sample.length; at += 2) {
    if (sample[at] === 0) first += 1;
    if (sample[at + 1] === 0) second += 1;
  }
  if (first * ODD_SIDE <= second && second > pairs * LEAST_NUL_SHARE && readsAsText(sample, 'utf-16le'))
    return 'utf-16le';
  if (second * ODD_SIDE <= first && first > pairs * LEAST_NUL_SHARE && readsAsText(sample, 'utf-16be'))
    return 'utf-16be';
  return null;
}

/** Whether the sample, but for a surrogate pair cut at its end, is well-formed and made of text characters. */
export function readsAsText(sample: Uint8Array, name: 'utf-16le' | 'utf-16be'): boolean {
  const text = readStrictly(sample, name) ?? readStrictly(sample.subarray(0, -2), name);
  if (text === null || text === '') return false;
  const others = text.match(/[^\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\s\p{Cf}]/gu)?.length ?? 0;
  return others <= text.length * (1 - LEAST_TEXT_SHARE);
}
