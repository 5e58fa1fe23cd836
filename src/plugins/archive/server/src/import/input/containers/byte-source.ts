import type { NextBytes } from '../../../../../core/bytes/byte-queue';
import type { IssueCode } from '../../../../../core/issue';

/** What is wrong with a container or one of its members, in a record's terms. */
export interface Trouble {
  readonly code: IssueCode;
  /** What was found, and at which byte of what. */
  readonly found: string;
}

/** Bytes that are read once, from start to end. */
export interface ByteSource {
  /** The next bytes; null at the end, also where it comes too early. @throws InputFault */
  readonly next: NextBytes;
  /** Why the end came too early; null as long as it did not. */
  damage(): Trouble | null;
  /** Where there may be more behind the damage: goes on there, or says that there is none. */
  resume?(): Promise<boolean>;
}

/** The same bytes, with some that were already read put back in front. */
export function withHead(head: Uint8Array, source: ByteSource): ByteSource {
  let waiting: Uint8Array | null = head.length > 0 ? head : null;
  let passed = false;
  return {
    ...source,
    // Reading the head may have come upon the damage behind it.
    damage: () => (passed ? source.damage() : null),
    next() {
      const bytes = waiting;
      waiting = null;
      if (bytes !== null) return bytes;
      passed = true;
      return source.next();
    },
  };
}
