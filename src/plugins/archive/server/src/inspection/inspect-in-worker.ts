import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

import type { InspectAnswer, InspectOrder } from './carry-out';

/** The built worker; the built server lies in a folder beside its own. */
const INSPECT_WORKER_FILE = join(__dirname, '..', 'inspect-worker', 'index.js');
const LONGEST_LOOK = 60_000;
const MEMORY_MEGABYTES = 768;

/**
 * Looks into a dump in a thread of its own, so that neither a large dump nor a hostile record stops the site: a look
 * that takes too long, or too much memory, is ended and told.
 */
export function inspectInWorker(order: InspectOrder): Promise<InspectAnswer> {
  const worker = new Worker(INSPECT_WORKER_FILE, {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MEGABYTES },
  });
  return new Promise((resolve, reject) => {
    const end = (answer: InspectAnswer) => {
      clearTimeout(limit);
      resolve(answer);
      void worker.terminate();
    };
    const limit = setTimeout(() => {
      end({ ok: false, why: `Looking into the dump took longer than ${LONGEST_LOOK / 1000} s.` });
    }, LONGEST_LOOK);
    worker.once('message', end);
    worker.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(limit);
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
        end({ ok: false, why: 'Looking into the dump needed more memory than the limit.' });
      } else reject(error);
    });
  });
}
