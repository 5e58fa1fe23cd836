import { parentPort, workerData } from 'node:worker_threads';

import { readRecordAgain, type RecordWish } from './read-record-again';

/** Entry of the thread that reads one record of a dump again: it can be ended where that takes too long. */
const port = parentPort;
if (!port) throw new Error('This file is the entry of a worker thread; it cannot be run by itself.');

void readRecordAgain(workerData as RecordWish).then((answer) => {
  port.postMessage(answer);
});
