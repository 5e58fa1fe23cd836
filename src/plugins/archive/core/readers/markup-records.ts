import { issue, type Issue } from '../issue';
import type { ByteOffset, Encoding, SourceRecord } from '../source-record';
import type { StatedArticle } from '../stated-article';
import { cutRecords, type Cut } from '../xml/cut-records';
import { readXml } from '../xml/read-xml';
import { RecordDecoder } from '../xml/record-decoder';
import { xmlRootOf } from '../xml/xml-root';
import { childElements, type XmlElement, type XmlTree } from '../xml/xml-tree';
import type { ReaderOptions } from './reader';
import { withHead } from './with-head';

/** A record whose markup has been read. */
export interface MarkupRecord {
  readonly text: string;
  readonly element: XmlElement;
  readonly options: ReaderOptions;
}

/** What a format makes of a record. */
export interface Statement {
  readonly stated: StatedArticle | null;
  readonly issues: readonly Issue[];
  readonly refused: SourceRecord['refused'];
}

/** A format whose records are elements of a markup file. */
export interface MarkupFormat<Head> {
  readonly name: string;
  /** Names of the records' elements, without prefix. */
  readonly records: ReadonlySet<string>;
  /** Names in any case, nothing escaped: the format reads the text itself. */
  readonly sgml?: boolean;
  /** Reads what stands before the first record, once a file. */
  readHead(text: string, tree: XmlTree): Head;
  state(record: MarkupRecord, head: Head): Statement;
}

/** As much of a file decides its encoding. */
const SAMPLE = 262_144;
const NOT_READ: Encoding = { name: 'utf-8', confidence: 0, from: 'guessed' };
const NOWHERE = { start: 0, end: 0 };

/**
 * Reads the records of a markup file one by one, whatever its size. A record that is broken, too large or cut off is
 * told with an issue; those beside it are not harmed.
 */
export async function* markupRecords<Head>(
  format: MarkupFormat<Head>,
  input: AsyncIterable<Uint8Array>,
  options: ReaderOptions,
): AsyncGenerator<SourceRecord> {
  const { head: sample, chunks } = await withHead(input, SAMPLE);
  const decoder = new RecordDecoder(sample, xmlRootOf(sample).encoding, options.encoding);
  const cutOptions = { names: format.records, limit: options.maxRecordBytes };
  const sgml = format.sgml === true ? { anyCase: true, skipNothing: true } : {};
  let head = format.readHead('', readXml(''));
  let index = 0;
  let length = 0;
  for await (const cut of cutRecords(chunks, { ...cutOptions, ...sgml })) {
    length = cut.end;
    if (cut.kind === 'head') {
      const { text } = decoder.decode(cut.bytes ?? new Uint8Array(0));
      head = format.readHead(text, readXml(text));
    } else {
      yield recordOf(format, cut, { index, decoder, head, options });
      index += 1;
    }
  }
  if (index === 0) yield withoutRecords(format.name, length);
}

interface Reading<Head> {
  readonly index: number;
  readonly decoder: RecordDecoder;
  readonly head: Head;
  readonly options: ReaderOptions;
}

function recordOf<Head>(
  format: MarkupFormat<Head>,
  cut: Cut,
  { index, decoder, head, options }: Reading<Head>,
): SourceRecord {
  const place = { index, start: cut.start as ByteOffset, end: cut.end as ByteOffset, format: format.name };
  if (cut.bytes === null) {
    const issues = [issue('record-too-large', NOWHERE, `${cut.end - cut.start} bytes`)];
    return { ...place, encoding: NOT_READ, text: '', stated: null, issues, refused: 'quarantined' };
  }
  const { text, encoding, issues: decoding, refused: undecoded } = decoder.decode(cut.bytes);
  if (undecoded === 'rejected') {
    return { ...place, encoding, text, stated: null, issues: decoding, refused: undecoded };
  }
  const tree = readXml(text, { lowerCase: format.sgml === true });
  const [element = tree.root] = childElements(tree.root);
  const { stated, issues, refused } = format.state({ text, element, options }, head);
  const troubles = [
    ...decoding,
    ...cutIssues(cut, text),
    ...(format.sgml ? [] : faultIssues(tree, cut)),
    ...issues,
  ];
  return { ...place, encoding, text, stated, issues: troubles, refused: refused ?? undecoded };
}

function cutIssues(cut: Cut, text: string): Issue[] {
  const at = { start: text.length, end: text.length };
  if (cut.ended === 'file-ended') return [issue('file-truncated', at, text.slice(-80))];
  if (cut.ended === 'next-began') return [issue('markup-malformed', at, `</${cut.name}> is missing`)];
  return [];
}

/** What a cut-off record lacks is no news. */
function faultIssues({ faults }: XmlTree, cut: Cut): Issue[] {
  if (cut.ended !== 'closed') return [];
  return faults.map(({ start, end, found }) => issue('markup-malformed', { start, end }, found));
}

function withoutRecords(format: string, length: number): SourceRecord {
  return {
    index: 0,
    start: 0 as ByteOffset,
    end: length as ByteOffset,
    format,
    encoding: NOT_READ,
    text: '',
    stated: null,
    issues: [issue('records-missing', NOWHERE, format)],
    refused: 'rejected',
  };
}
