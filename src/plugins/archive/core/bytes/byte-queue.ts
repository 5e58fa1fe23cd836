/** The next bytes of something that is read once, from start to end; null at its end. */
export type NextBytes = () => Promise<Uint8Array | null> | Uint8Array | null;

/** Bytes that come in chunks, taken in the portions that a format asks for. Memory is what was looked at. */
export interface ByteQueue {
  /** How many bytes were taken. */
  position(): number;
  /** All bytes that are at hand, at least so many of them; fewer only where no more come. */
  peek(atLeast: number): Promise<Uint8Array>;
  /** Takes bytes that were looked at. */
  drop(count: number): void;
  /** Takes the bytes that are at hand, or the next that come, at most so many; null where no more come. */
  next(most?: number): Promise<Uint8Array | null>;
  /** Puts bytes back that were the last to be taken. */
  unread(bytes: Uint8Array): void;
}

const NONE = new Uint8Array(0);

/** A queue of the bytes that `more` gives. Chunks must not change after they were given. */
export function byteQueue(more: NextBytes): ByteQueue {
  let held: Uint8Array = NONE;
  let taken = 0;

  const take = (count: number): Uint8Array => {
    const bytes = held.subarray(0, count);
    held = held.length > count ? held.subarray(count) : NONE;
    taken += bytes.length;
    return bytes;
  };
  return {
    position: () => taken,
    async peek(atLeast) {
      while (held.length < atLeast) {
        const chunk = await more();
        if (chunk === null) break;
        held = joined(held, chunk);
      }
      return held;
    },
    drop(count) {
      take(count);
    },
    async next(most = Infinity) {
      while (held.length === 0) {
        const chunk = await more();
        if (chunk === null) return null;
        held = chunk;
      }
      return take(Math.min(most, held.length));
    },
    unread(bytes) {
      held = joined(bytes, held);
      taken -= bytes.length;
    },
  };
}

/** Bytes one after the other; no copy where one of them is empty. */
export function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other;
  if (other.length === 0) return one;
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
