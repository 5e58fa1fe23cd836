import { xmlRootOf } from '../../xml/xml-root';
import { markupRecords, type MarkupFormat } from '../markup-records';
import type { Confidence, Reader } from '../reader';
import { stateSgmlDocument } from './sgml-document';

const FORMAT: MarkupFormat<null> = {
  name: 'sgml-doc',
  records: new Set(['doc', 'reuters']),
  sgml: true,
  readHead: () => null,
  state: stateSgmlDocument,
};

/** Reads collections of `<DOC>` or `<REUTERS>` elements, one record each, as news corpora are handed on. */
export const sgmlDocReader: Reader = {
  name: FORMAT.name,

  recognises(head: Uint8Array): Confidence {
    const { name, text } = xmlRootOf(head);
    if (name === null || !FORMAT.records.has(name.toLowerCase())) return 0;
    // A `<doc>` of Solr or of a word processor is another thing.
    return /<\/?(?:DOCNO|DOCID|TEXT|HEADLINE|TITLE|BODY|DOCTYPE)\b|^<(?:REUTERS|DOC\s+id=)/i.test(text)
      ? 0.9
      : 0.2;
  },

  records: (chunks, options) => markupRecords(FORMAT, chunks, options),
};
