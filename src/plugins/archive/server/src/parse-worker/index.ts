import { parentPort, workerData } from 'node:worker_threads';

import type { WorkOrder, WorkerStart } from '../import/input/worker-messages';
import { deliverer } from './deliver';
import { parseOrder } from './parse-order';

/** Entry of the worker threads that parse: orders in, deliveries out, in the same order. */
const port = parentPort;
if (!port) throw new Error('This file is the entry of a worker thread; it cannot be run by itself.');

const start = workerData as WorkerStart;
const delivery = deliverer(start.cells, (items, weight) => {
  port.postMessage({ items, weight });
});
let work = Promise.resolve();

port.on('message', (order: WorkOrder) => {
  // A bug in the parser ends the worker, and its message ends the job.
  work = work.then(() => parseOrder(order, start, delivery));
});
