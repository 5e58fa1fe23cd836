import { parentPort, workerData } from 'node:worker_threads';

import { carryOut, type InspectOrder } from '../inspection/carry-out';

/** Entry of the thread that looks into dumps before they are imported: it can be ended where that takes too long. */
const port = parentPort;
if (!port) throw new Error('This file is the entry of a worker thread; it cannot be run by itself.');

void carryOut(workerData as InspectOrder).then((answer) => {
  port.postMessage(answer);
});
