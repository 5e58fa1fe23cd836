import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

import { faultOf } from './input-fault';
import type { FileEnd } from './parsed-record';

/** The bytes of one open file, in order. */
export interface OpenInput {
  /** For reading anywhere in it, beside the order of `next`. */
  readonly descriptor: number;
  /** Bytes of the file when it was opened. */
  readonly size: number;
  /** The next bytes, or null at the end. @throws InputFault */
  next(): Uint8Array | null;
  /** Reads what is left and tells what was read. @throws InputFault */
  finish(): Pick<FileEnd, 'bytes' | 'sha256' | 'modifiedAt' | 'changed'>;
  close(): void;
}

const CHUNK_BYTES = 1024 * 1024;
const SMALLEST_READ = 4096;

/**
 * Opens a file for one reading from start to end. Calls are synchronous: for small files, handing each one to the
 * thread pool costs more than reading it.
 * @throws InputFault when it cannot be opened.
 */
export function openInput(path: string): OpenInput {
  const descriptor = attempt(() => openSync(path, 'r'));
  const before = attempt(() => fstatSync(descriptor));
  const hash = createHash('sha256');
  let bytes = 0;

  const next = (): Uint8Array | null => {
    // The end is known, so that a small file takes one call; a size of 0 may only mean that it is not known.
    if (before.size > 0 && bytes >= before.size) return null;
    const wanted = Math.min(CHUNK_BYTES, Math.max(SMALLEST_READ, before.size - bytes));
    const chunk = Buffer.allocUnsafe(wanted);
    const got = attempt(() => readSync(descriptor, chunk, 0, wanted, bytes));
    if (got === 0) return null;
    const read = chunk.subarray(0, got);
    hash.update(read);
    bytes += got;
    return read;
  };

  return {
    descriptor,
    size: before.size,
    next,
    finish() {
      while (next() !== null);
      const after = attempt(() => fstatSync(descriptor));
      const changed = after.size !== before.size || after.mtimeMs !== before.mtimeMs || bytes !== after.size;
      return { bytes, sha256: hash.digest('hex'), modifiedAt: Math.trunc(before.mtimeMs), changed };
    },
    close: () => {
      closeSync(descriptor);
    },
  };
}

function attempt<Result>(call: () => Result): Result {
  try {
    return call();
  } catch (error) {
    throw faultOf(error);
  }
}
