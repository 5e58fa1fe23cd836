import type { ByteQueue } from '../../bytes/byte-queue';

export interface Content {
  /** Null where there are more than the limit. */
  readonly bytes: Uint8Array | null;
  readonly length: number;
  /** The file ends before. */
  readonly cut: boolean;
}

/** Takes `length` bytes, keeping no more than `limit` of them. */
export async function takeContent(queue: ByteQueue, length: number, limit: number): Promise<Content> {
  const kept: Uint8Array[] = [];
  let taken = 0;
  while (taken < length) {
    const bytes = await queue.next(length - taken);
    if (bytes === null) break;
    taken += bytes.length;
    if (length <= limit) kept.push(bytes);
  }
  const bytes = length <= limit ? joinAll(kept, taken) : null;
  return { bytes, length: taken, cut: taken < length };
}

/** One copy at most. */
export function joinAll(parts: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
