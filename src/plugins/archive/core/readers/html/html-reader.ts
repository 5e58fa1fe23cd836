import { issue } from '../../issue';
import type { ByteOffset, Encoding, SourceRecord } from '../../source-record';
import type { Confidence, Reader, ReaderOptions } from '../reader';
import { gatherBytes } from '../text/gather-bytes';
import { readHtmlPage } from './read-html-page';

const NOT_READ: Encoding = { name: 'utf-8', confidence: 0, from: 'guessed' };

/** Reads one web page from one file. */
export const htmlReader: Reader = {
  name: 'html',

  /** By a document type or the first elements of a page; the name alone does not make one. */
  recognises(head: Uint8Array, path: string): Confidence {
    const start = new TextDecoder(utf16Of(head) ?? 'latin1').decode(head.subarray(0, 4096));
    const named = /\.(?:x?html?|shtml|php|aspx?|jsp)$/i.test(path);
    if (
      /^\s*(?:\ufeff|ï»¿)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)*<(?:!doctype\s+html|html)\b/i.test(
        start,
      )
    ) {
      return 0.9;
    }
    const hasTags = /<(?:head|body|title|meta|div|p|article|table|h1)\b/i.test(start);
    return named && hasTags ? 0.8 : /^\s*<(?:head|body|title|meta)\b/i.test(start) ? 0.7 : 0;
  },

  async *records(chunks: AsyncIterable<Uint8Array>, options: ReaderOptions): AsyncIterable<SourceRecord> {
    const { bytes, length } = await gatherBytes(chunks, options.maxRecordBytes);
    const place = { index: 0, start: 0 as ByteOffset, end: length as ByteOffset, format: 'html' };
    if (bytes === null) {
      const issues = [issue('record-too-large', { start: 0, end: 0 }, `${length} bytes`)];
      yield { ...place, encoding: NOT_READ, text: '', stated: null, issues, refused: 'quarantined' };
      return;
    }
    const { encoding } = options;
    const page = readHtmlPage(bytes, {
      charset: null,
      url: null,
      ...(encoding === undefined ? {} : { encoding }),
    });
    yield { ...place, ...page };
  },
};

function utf16Of(head: Uint8Array): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null;
}
