const FIRST_CAPACITY = 65_536;

/** A window over a stream of bytes: grows at its end, is dropped at its start, and copies each byte few times. */
export class GrowingBytes {
  private store = new Uint8Array(FIRST_CAPACITY);
  private from = 0;
  private to = 0;
  /** Position in the stream of the first byte held. */
  base = 0;

  /** The bytes held; valid until the next `append`. */
  get held(): Uint8Array {
    return this.store.subarray(this.from, this.to);
  }

  get length(): number {
    return this.to - this.from;
  }

  append(chunk: Uint8Array): void {
    if (this.to + chunk.length > this.store.length) this.makeRoom(chunk.length);
    this.store.set(chunk, this.to);
    this.to += chunk.length;
  }

  /** Forgets the first `count` bytes held. */
  drop(count: number): void {
    this.from += count;
    this.base += count;
    if (this.from === this.to) [this.from, this.to] = [0, 0];
  }

  private makeRoom(count: number): void {
    const needed = this.length + count;
    // Moving is cheap where much was dropped; otherwise doubling keeps the copying linear.
    const next = needed * 2 <= this.store.length ? this.store : new Uint8Array(needed * 2);
    next.set(this.held);
    this.store = next;
    [this.from, this.to] = [0, this.to - this.from];
  }
}
