import { createInflateRaw } from 'node:zlib';

import type { ByteQueue } from '../../../../../core/bytes/byte-queue';

/** How a stretch of deflated data ended. */
export type InflateEnd = 'complete' | 'truncated' | 'invalid';

export interface Inflating {
  /** The next bytes; null at the end. */
  next(): Promise<Uint8Array | null>;
  /** Set once `next` gave null. */
  end(): InflateEnd | null;
  close(): void;
}

const OUTPUT_BYTES = 128 * 1024;

/**
 * Inflates the raw deflated data (RFC 1951) at the head of the queue and takes no byte more than belongs to it. Where
 * it is invalid, the chunk in which that showed is left in the queue. Holds one chunk of input and one of output.
 */
export function inflateFrom(queue: ByteQueue): Inflating {
  const engine = createInflateRaw({ chunkSize: OUTPUT_BYTES });
  let end: InflateEnd | null = null;
  let failed = false;
  let idle = true;
  let fed = 0;
  let chunk: Uint8Array | null = null;
  let wake: () => void = () => undefined;
  const onChange = () => {
    wake();
  };
  engine.on('readable', onChange).on('end', onChange);
  engine.on('error', () => {
    failed = true;
    wake();
  });

  const feed = async () => {
    idle = false;
    chunk = await queue.next();
    fed += chunk?.length ?? 0;
    const onTaken = () => {
      idle = true;
      wake();
    };
    if (chunk === null) engine.end();
    else engine.write(chunk, onTaken);
  };
  const finish = (how: InflateEnd): null => {
    end = how;
    if (how === 'complete' && chunk !== null && fed > engine.bytesWritten) {
      queue.unread(chunk.subarray(chunk.length - (fed - engine.bytesWritten)));
    }
    if (how === 'invalid' && chunk !== null) queue.unread(chunk);
    engine.destroy();
    return null;
  };

  return {
    end: () => end,
    close: () => {
      engine.destroy();
    },
    async next() {
      while (end === null) {
        const bytes = engine.read() as Buffer | null;
        if (bytes !== null) return bytes;
        if (failed) return finish(chunk === null ? 'truncated' : 'invalid');
        // It gave a chunk back without taking all of it: the rest is not deflated data any more.
        if (engine.readableEnded || (idle && fed > engine.bytesWritten)) return finish('complete');
        const changed = new Promise<void>((resolve) => {
          wake = resolve;
        });
        if (idle) await feed();
        await changed;
      }
      return null;
    },
  };
}
