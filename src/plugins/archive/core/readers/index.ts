import type { Reader, ReaderOptions } from './reader';
import { concatenatedTextReader } from './concatenated-text/concatenated-text-reader';
import { htmlReader } from './html/html-reader';
import { csvReader } from './csv/csv-reader';
import { factivaReader } from './factiva/factiva-reader';
import { jsonReader } from './json/json-reader';
import { jsonlReader } from './jsonl/jsonl-reader';
import { lexisNexisReader } from './lexisnexis/lexisnexis-reader';
import { ninjsReader } from './ninjs/ninjs-reader';
import { metsAltoReader } from './mets-alto/mets-alto-reader';
import { newsmlG2Reader } from './newsml-g2/newsml-g2-reader';
import { nitfReader } from './nitf/nitf-reader';
import { rssReader } from './rss/rss-reader';
import { sgmlDocReader } from './sgml-doc/sgml-doc-reader';
import { arcReader } from './warc/arc-reader';
import { warcReader } from './warc/warc-reader';
import { textReader } from './text/text-reader';
import { wxrReader } from './wxr/wxr-reader';

export type { Confidence, Decompress, Reader, ReaderOptions } from './reader';

/** All readers. Where two are equally sure of a file, the earlier one reads it. */
export const READERS: readonly Reader[] = [
  warcReader,
  arcReader,
  wxrReader,
  newsmlG2Reader,
  nitfReader,
  metsAltoReader,
  rssReader,
  sgmlDocReader,
  ninjsReader,
  jsonlReader,
  jsonReader,
  csvReader,
  factivaReader,
  lexisNexisReader,
  concatenatedTextReader,
  htmlReader,
  textReader,
];

/** The reader that is surest of a file, or null where none recognises it. */
export function readerFor(head: Uint8Array, path: string, options?: ReaderOptions): Reader | null {
  let best: Reader | null = null;
  let highest = 0;
  for (const reader of READERS) {
    const confidence = reader.recognises(head, path, options);
    if (confidence > highest) [best, highest] = [reader, confidence];
  }
  return best;
}
