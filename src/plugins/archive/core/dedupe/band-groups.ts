/** Two texts that share a band, by their places in the list. */
export interface Pair {
  /** The one that is new. */
  readonly fresh: number;
  readonly other: number;
}

/**
 * Pairs worth comparing among texts of one band each: every new text with the first and the last before it that share
 * its hash. A thousand copies of one text give two thousand pairs, not half a million. Sorts, so the cost is little
 * more than linear.
 */
export function pairsOfBand(hashes: Uint32Array, isNew: (at: number) => boolean): Pair[] {
  const keys = new BigUint64Array(hashes.length);
  const halves = new Uint32Array(keys.buffer);
  for (let at = 0; at < hashes.length; at++) {
    halves[2 * at + LOW] = at;
    halves[2 * at + HIGH] = hashes[at] ?? 0;
  }
  keys.sort();
  const pairs: Pair[] = [];
  let head = 0;
  for (let next = 1; next < hashes.length; next++) {
    if (halves[2 * next + HIGH] !== halves[2 * head + HIGH]) {
      head = next;
      continue;
    }
    const at = halves[2 * next + LOW] ?? 0;
    const first = halves[2 * head + LOW] ?? 0;
    const last = halves[2 * (next - 1) + LOW] ?? 0;
    if (isNew(at)) {
      pairs.push({ fresh: at, other: first });
      if (last !== first) pairs.push({ fresh: at, other: last });
    } else if (last === first && isNew(first)) pairs.push({ fresh: first, other: at });
  }
  return pairs;
}

/** Which half of a 64-bit number lies first in this machine's memory. */
const LOW = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 0 : 1;
const HIGH = 1 - LOW;
