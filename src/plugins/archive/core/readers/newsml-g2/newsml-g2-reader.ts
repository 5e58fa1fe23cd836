import { xmlRootOf } from '../../xml/xml-root';
import { markupRecords, type MarkupFormat } from '../markup-records';
import type { Confidence, Reader } from '../reader';
import { stateNewsItem } from './news-item';

/** News items, and the other items of the standard, which are no articles. */
const ITEMS = ['newsItem', 'packageItem', 'conceptItem', 'knowledgeItem', 'planningItem', 'catalogItem'];

const FORMAT: MarkupFormat<null> = {
  name: 'newsml-g2',
  records: new Set(ITEMS),
  readHead: () => null,
  state: stateNewsItem,
};

/** Reads NewsML-G2: items alone, or several in a news message; each item is one record. */
export const newsmlG2Reader: Reader = {
  name: FORMAT.name,

  recognises(head: Uint8Array): Confidence {
    const { local, text } = xmlRootOf(head);
    if (local === null || ![...ITEMS, 'newsMessage'].includes(local)) return 0;
    return /iptc\.org\/std\/nar|standard\s*=\s*["']NewsML-G2/.test(text) ? 1 : 0.7;
  },

  records: (chunks, options) => markupRecords(FORMAT, chunks, options),
};
