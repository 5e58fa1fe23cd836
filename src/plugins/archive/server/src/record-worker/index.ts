import { parentPort, workerData } from 'node:worker_threads';

import { readRecordAgain, type RecordWish } from './read-record-again';
import { understandRecordAgain, type UnderstandingWish } from './understand-record-again';

/** Entry of the thread that reads one record of a dump again: it can be ended where that takes too long. */
const port = parentPort;
if (!port) throw new Error('This file is the entry of a worker thread; it cannot be run by itself.');

const wish = workerData as RecordWish | UnderstandingWish;
const answer = 'corrections' in wish ? understandRecordAgain(wish) : readRecordAgain(wish);
void answer.then((found) => {
  port.postMessage(found);
});
