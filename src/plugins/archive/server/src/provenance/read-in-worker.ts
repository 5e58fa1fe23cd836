import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

import type { RecordAnswer, RecordWish } from '../record-worker/read-record-again';
import type { UnderstandingAnswer, UnderstandingWish } from '../record-worker/understand-record-again';

/** The built worker; the built server lies in a folder beside its own. */
const RECORD_WORKER_FILE = join(__dirname, '..', 'record-worker', 'index.js');
const LONGEST_READING = 15_000;
interface NotFound {
  readonly found: false;
  readonly why: string;
}

const BASE_MEMORY_MEGABYTES = 192;
const MEMORY_FACTOR = 12;

/**
 * Reads a record again in a thread of its own, so that neither a far record of a large dump nor a hostile one stops
 * the site: reading that takes too long, or too much memory, is ended and told.
 */
export function readInWorker(wish: RecordWish): Promise<RecordAnswer> {
  return askWorker<RecordAnswer>(wish);
}

/** The same for a record whose article is made once more. */
export function understandInWorker(wish: UnderstandingWish): Promise<UnderstandingAnswer> {
  return askWorker<UnderstandingAnswer>(wish);
}

function askWorker<Answer extends { readonly found: boolean }>(
  wish: RecordWish | UnderstandingWish,
): Promise<Answer | NotFound> {
  const memory =
    BASE_MEMORY_MEGABYTES + Math.ceil((wish.settings.maxRecordBytes * MEMORY_FACTOR) / 1024 ** 2);
  const worker = new Worker(RECORD_WORKER_FILE, {
    workerData: wish,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  return new Promise((resolve, reject) => {
    const end = (answer: Answer | NotFound) => {
      clearTimeout(limit);
      resolve(answer);
      void worker.terminate();
    };
    const limit = setTimeout(() => {
      end({ found: false, why: `Reading up to the record took longer than ${LONGEST_READING / 1000} s.` });
    }, LONGEST_READING);
    worker.once('message', end);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(limit);
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
        end({ found: false, why: 'Reading the record needed more memory than the limit.' });
      } else reject(error);
    });
  });
}
