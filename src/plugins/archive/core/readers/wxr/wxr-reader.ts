import { xmlRootOf } from '../../xml/xml-root';
import { markupRecords, type MarkupFormat } from '../markup-records';
import type { Confidence, Reader } from '../reader';
import { readWxrHead, type WxrHead } from './wxr-head';
import { stateWxrItem } from './wxr-item';

const FORMAT: MarkupFormat<WxrHead> = {
  name: 'wxr',
  records: new Set(['item']),
  readHead: readWxrHead,
  state: stateWxrItem,
};

/** Reads WordPress exports (WXR 1.0 to 1.2): one record for each `<item>`, whether article or not. */
export const wxrReader: Reader = {
  name: FORMAT.name,

  /** RSS whose first lines speak WordPress's export language. */
  recognises(head: Uint8Array): Confidence {
    const { local, text } = xmlRootOf(head);
    if (local !== 'rss') return 0;
    return /wordpress\.org\/export\/|<wp:(?:wxr_version|base_site_url|author|post_id)\b/.test(text) ? 1 : 0;
  },

  records: (chunks, options) => markupRecords(FORMAT, chunks, options),
};
