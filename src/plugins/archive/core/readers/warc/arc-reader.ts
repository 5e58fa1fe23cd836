import type { Reader } from '../reader';
import { arcRecords } from './arc-records';
import { webArchiveRecords } from './web-archive-reader';

const START = 'filedesc://';

/** ARC files, versions 1 and 2. */
export const arcReader: Reader = {
  name: 'arc',
  recognises: (head) => (String.fromCharCode(...head.subarray(0, START.length)) === START ? 1 : 0),
  records: (chunks, options) => webArchiveRecords(chunks, options, 'arc', arcRecords),
};
