import { xmlRootOf } from '../../xml/xml-root';
import { markupRecords, type MarkupFormat } from '../markup-records';
import type { Confidence, Reader } from '../reader';
import { stateNitf } from './nitf-document';

const FORMAT: MarkupFormat<null> = {
  name: 'nitf',
  records: new Set(['nitf']),
  readHead: () => null,
  state: ({ text, element }) => ({ stated: stateNitf(text, element), issues: [], refused: null }),
};

/** Reads NITF, alone or inside another format's wrapping: one record for each `<nitf>`. */
export const nitfReader: Reader = {
  name: FORMAT.name,

  recognises(head: Uint8Array): Confidence {
    const { local, text } = xmlRootOf(head);
    if (local === null) return 0;
    return local === 'nitf' ? 1 : /<nitf[\s>]/.test(text) ? 0.6 : 0;
  },

  records: (chunks, options) => markupRecords(FORMAT, chunks, options),
};
