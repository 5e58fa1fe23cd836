export interface GatheredBytes {
  /** The file's bytes, or null where there are more than the limit. */
  readonly bytes: Uint8Array | null;
  /** Length of the whole file in bytes, also where `bytes` is null. */
  readonly length: number;
}

/** Reads a file to its end, holding no more than `limit` bytes (and the chunk in hand) in memory. */
export async function gatherBytes(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<GatheredBytes> {
  let kept: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > limit) kept = [];
    else kept.push(chunk);
  }
  if (length > limit) return { bytes: null, length };
  const [only, ...others] = kept;
  return { bytes: only !== undefined && others.length === 0 ? only : joined(kept, length), length };
}

/** Parts of `length` bytes together as one. */
export function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
