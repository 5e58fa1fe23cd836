import type { Reader } from '../reader';
import { isWarcStart, warcRecords } from './warc-records';
import { webArchiveRecords } from './web-archive-reader';

/** WARC files of any version: responses, resources and revisits; WET files, whose `conversion` records are text. */
export const warcReader: Reader = {
  name: 'warc',
  restartable: true,
  recognises: (head) => (isWarcStart(head, 0) ? 1 : 0),
  records: (chunks, options) => webArchiveRecords(chunks, options, 'warc', warcRecords),
};
