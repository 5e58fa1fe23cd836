import { Worker } from 'node:worker_threads';

import type { ParseSettings } from './parse-task';
import { watchForSlowRecord } from './slow-record';
import { activityIn, removeWeight, sharedCells, type Activity } from './worker-cells';
import type { Delivery, WorkOrder, WorkerStart } from './worker-messages';

/** How workers are run. */
export interface WorkerOptions {
  readonly settings: ParseSettings;
  /** The built worker. */
  readonly workerFile: string;
  /** A record is stopped when one step of parsing it takes longer. */
  readonly recordTimeoutMs: number;
  /** Of a worker's heap. */
  readonly memoryMegabytes: number;
}

/** Why a worker ended, and what it was at; all that it delivered before has arrived. */
export type WorkerEnd =
  | { readonly why: 'too-slow' | 'out-of-memory'; readonly at: Activity }
  /** It was ended for a record that it had just finished after all. */
  | { readonly why: 'needlessly' }
  | { readonly why: 'fault'; readonly reason: unknown; readonly at: Activity };

export interface RunningWorker {
  order(order: WorkOrder): void;
  taken(weight: number): void;
  /** Ends it; `onEnd` is not called. */
  close(): Promise<void>;
}

/** Starts a worker. `heldWeight` is what earlier deliveries of its lane still weigh. */
export function startWorker(
  { settings, workerFile, recordTimeoutMs, memoryMegabytes }: WorkerOptions,
  heldWeight: number,
  on: { delivery(delivery: Delivery): void; end(end: WorkerEnd): void },
): RunningWorker {
  const cells = sharedCells(heldWeight);
  const start: WorkerStart = { settings, cells };
  const worker = new Worker(workerFile, {
    workerData: start,
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
  });
  let slow: Activity | null = null;
  let fault: { readonly reason: unknown } | null = null;
  let closing = false;
  const endWatch = watchForSlowRecord(
    () => activityIn(cells),
    recordTimeoutMs,
    (at) => {
      slow = at;
      void worker.terminate();
    },
  );

  worker.on('message', (delivery: Delivery) => {
    on.delivery(delivery);
  });
  worker.on('error', (reason) => {
    fault = { reason };
  });
  worker.on('exit', (code) => {
    endWatch();
    if (!closing) on.end(endOf(activityIn(cells), slow, fault, code));
  });
  return {
    order: (order) => {
      worker.postMessage(order);
    },
    taken: (weight) => {
      removeWeight(cells, weight);
    },
    async close() {
      closing = true;
      await worker.terminate();
    },
  };
}

function endOf(
  at: Activity,
  slow: Activity | null,
  fault: { readonly reason: unknown } | null,
  code: number,
): WorkerEnd {
  if (fault !== null) {
    const outOfMemory = (fault.reason as NodeJS.ErrnoException | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
    return outOfMemory && at.step !== null
      ? { why: 'out-of-memory', at }
      : { why: 'fault', reason: fault.reason, at };
  }
  if (slow !== null) return slow.changes === at.changes ? { why: 'too-slow', at } : { why: 'needlessly' };
  return { why: 'fault', reason: new Error(`The parse worker ended by itself (code ${code}).`), at };
}
