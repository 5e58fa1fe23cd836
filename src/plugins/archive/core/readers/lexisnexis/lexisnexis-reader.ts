import { isCounter, type Separator } from '../concatenated-text/separator';
import { pressTextRecords, type PressText } from '../press-text/press-text-records';
import type { Confidence, Reader } from '../reader';
import { headAsText } from '../slices/open-text-file';
import { stateLexisNexis } from './lexisnexis-document';
import { labelsOf } from './lexisnexis-labels';

const END = /^\s*End of Document\s*$/i;

const SEPARATOR: Separator = {
  name: 'n of n DOCUMENTS',
  formFeeds: false,
  roleOf: (line) => (isCounter(line) || END.test(line) ? 'parts' : null),
};

const FORMAT: PressText = { name: 'lexisnexis', separator: () => SEPARATOR, state: stateLexisNexis };

/** Reads exports in text of LexisNexis and Nexis Uni: labels such as `BYLINE:`, documents parted by counters. */
export const lexisNexisReader: Reader = {
  name: FORMAT.name,

  recognises(head: Uint8Array, _path, options): Confidence {
    const text = headAsText(head, options?.encoding)?.slice(0, 65_536) ?? '';
    const isParted = text.split(/\r?\n/).some((line) => isCounter(line) || END.test(line));
    if (!isParted) return 0;
    const labels = labelsOf(text).filter(({ label }) => !['BODY', 'HEADLINE', 'SECTION'].includes(label));
    return new Set(labels.map(({ label }) => label)).size >= 2 ? 0.9 : 0;
  },

  records: (chunks, options) => pressTextRecords(FORMAT, chunks, options),
};
