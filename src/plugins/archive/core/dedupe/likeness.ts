import { eachShingle } from './shingles';

/** How much two texts have in common, counted and not estimated. */
export interface Likeness {
  /** Shared shingles among those of both: Jaccard. */
  readonly shared: number;
  /** Shared shingles among those of the shorter text: 1 where the longer one holds all of it. */
  readonly contained: number;
  /** Shingles of each. */
  readonly sizes: readonly [number, number];
}

export function likeness(one: string, other: string): Likeness {
  const first = shinglesOf(one);
  const second = shinglesOf(other);
  const [small, large] = first.size < second.size ? [first, second] : [second, first];
  let both = 0;
  for (const hash of small) if (large.has(hash)) both++;
  const all = first.size + second.size - both;
  return {
    shared: all === 0 ? 0 : both / all,
    contained: small.size === 0 ? 0 : both / small.size,
    sizes: [first.size, second.size],
  };
}

function shinglesOf(text: string): Set<number> {
  const hashes = new Set<number>();
  eachShingle(text, (hash) => hashes.add(hash));
  return hashes;
}
