import { xmlRootOf } from '../../xml/xml-root';
import { markupRecords, type MarkupFormat } from '../markup-records';
import type { Confidence, Reader } from '../reader';
import { readFeedHead, type FeedHead } from './feed-head';
import { stateFeedItem } from './feed-item';

const FORMAT: MarkupFormat<FeedHead> = {
  name: 'rss',
  records: new Set(['item', 'entry']),
  readHead: readFeedHead,
  state: stateFeedItem,
};

const ROOTS: ReadonlyMap<string, RegExp> = new Map([
  ['rss', /^/],
  ['feed', /w3\.org\/2005\/Atom|purl\.org\/atom/],
  ['RDF', /purl\.org\/rss\/|my\.netscape\.com\/rdf/],
]);

/** Reads feeds: RSS 0.9 to 2.0 and Atom, one record for each item or entry. */
export const rssReader: Reader = {
  name: FORMAT.name,

  recognises(head: Uint8Array): Confidence {
    const { local, text } = xmlRootOf(head);
    return ROOTS.get(local ?? '')?.test(text) === true ? 0.9 : 0;
  },

  records: (chunks, options) => markupRecords(FORMAT, chunks, options),
};
