import type { ByteOffset } from '../../source-record';

/** The code units of a file as its encoding cuts them: bytes, or the 2 or 4 bytes of UTF-16 and UTF-32. */
export type Units = Uint8Array | Uint16Array | Uint32Array;

/**
 * The part of a file that is held in memory. Positions count units from behind the byte-order mark, so that they stay
 * true while the window moves.
 */
export interface FileWindow {
  /** Changes with `more`. */
  readonly units: Units;
  /** Position of `units[0]`. */
  readonly base: number;
  /** Position behind the last unit at hand. */
  readonly end: number;
  /** Whether the file ends there. */
  readonly complete: boolean;
  /** Reads on, and forgets what stands before `keepFrom`. */
  more(keepFrom: number): Promise<void>;
  /** Bytes of a part at hand, UTF-16 and UTF-32 in little-endian order; they change with `more`. */
  bytes(from: number, to: number): Uint8Array;
  /** Where a position lies in the file. */
  byteAt(position: number): ByteOffset;
  /** Bytes of one unit. */
  readonly unitBytes: 1 | 2 | 4;
}

export interface WindowShape {
  /** What was read of the file so far, byte-order mark and all. */
  readonly head: Uint8Array;
  readonly bomLength: number;
  readonly unitBytes: 1 | 2 | 4;
  readonly bigEndian: boolean;
}

/** A window that starts at the file's head. */
export function fileWindow(chunks: AsyncIterator<Uint8Array>, shape: WindowShape): FileWindow {
  const { bomLength, unitBytes, bigEndian } = shape;
  // Its length is a multiple of four, so that views of wider units fit it.
  let buffer = new Uint8Array(Math.max(64, multipleOf4(shape.head.length)));
  let units = viewOf(buffer, unitBytes);
  let length = 0;
  let base = 0;
  let complete = false;
  let bytesSeen = 0;

  function append(bytes: Uint8Array): void {
    if (length + bytes.length > buffer.length) {
      const larger = new Uint8Array(multipleOf4((length + bytes.length) * 2));
      larger.set(buffer.subarray(0, length));
      buffer = larger;
      units = viewOf(buffer, unitBytes);
    }
    buffer.set(bytes, length);
    // A unit may be cut in two by the end of a chunk: it is turned when its last byte has come.
    if (bigEndian) turn(buffer, length - (length % unitBytes), length + bytes.length, unitBytes);
    length += bytes.length;
    bytesSeen += bytes.length;
  }

  append(shape.head.subarray(bomLength));
  return {
    get units() {
      return units;
    },
    get base() {
      return base;
    },
    get end() {
      return base + Math.floor(length / unitBytes);
    },
    get complete() {
      return complete;
    },
    unitBytes,
    async more(keepFrom) {
      if (complete) return;
      const forget = Math.min(Math.max(0, keepFrom - base) * unitBytes, length);
      if (forget > 0) {
        buffer.copyWithin(0, forget, length);
        length -= forget;
        base += forget / unitBytes;
      }
      const next = await chunks.next();
      if (next.done === true) complete = true;
      else append(next.value);
    },
    bytes(from, to) {
      // Half a unit at the end of the file belongs to its last record.
      const last = complete && to >= base + Math.floor(length / unitBytes);
      return buffer.subarray((from - base) * unitBytes, last ? length : (to - base) * unitBytes);
    },
    byteAt(position) {
      const last = complete && position >= base + Math.floor(length / unitBytes);
      return (bomLength + (last ? bytesSeen : position * unitBytes)) as ByteOffset;
    },
  };
}

function multipleOf4(length: number): number {
  return Math.ceil(length / 4) * 4;
}

/** All that runs Node and browsers today is little-endian in its typed arrays, or swaps them so. */
function viewOf(buffer: Uint8Array, unitBytes: 1 | 2 | 4): Units {
  if (unitBytes === 1) return buffer;
  const count = buffer.length / unitBytes;
  return unitBytes === 2
    ? new Uint16Array(buffer.buffer, buffer.byteOffset, count)
    : new Uint32Array(buffer.buffer, buffer.byteOffset, count);
}

/** Turns the whole units from `from` on into little-endian ones. */
function turn(buffer: Uint8Array, from: number, to: number, unitBytes: number): void {
  for (let at = from; at + unitBytes <= to; at += unitBytes) buffer.subarray(at, at + unitBytes).reverse();
}
