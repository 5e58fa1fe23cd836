import { byteQueue, type ByteQueue } from '../../bytes/byte-queue';
import { decode } from '../../decode/decode';
import { found } from '../../evidence';
import { issue, type Issue } from '../../issue';
import type { ByteOffset, Encoding, SourceRecord } from '../../source-record';
import { readHtmlPage } from '../html/read-html-page';
import type { ReaderOptions } from '../reader';
import { addressOf, fromHeader } from './captured';
import { knownCaptures, type KnownCaptures } from './known-captures';
import { pageOfCapture, type Capture, type Trouble } from './page-of-capture';
import type { StrayBytes, WebRecord } from './web-record';

/** Records that tell about captures or the crawl and are none themselves. */
const ABOUT: ReadonlySet<string> = new Set(['warcinfo', 'request', 'metadata', 'continuation']);
const NOT_READ: Encoding = { name: 'utf-8', confidence: 0, from: 'guessed' };
const NOWHERE = { start: 0, end: 0 };

export type Framing = (queue: ByteQueue, limit: number) => AsyncGenerator<WebRecord | StrayBytes>;

/** The captures of a web archive as records; what is only about captures is passed over. */
export async function* webArchiveRecords(
  chunks: AsyncIterable<Uint8Array>,
  options: ReaderOptions,
  format: string,
  framing: Framing,
): AsyncGenerator<SourceRecord> {
  const iterator = chunks[Symbol.asyncIterator]();
  const queue = byteQueue(async () => {
    const next = await iterator.next();
    return next.done ? null : next.value;
  });
  const known = knownCaptures();
  let index = 0;
  for await (const one of framing(queue, options.maxRecordBytes)) {
    if (!('stray' in one) && ABOUT.has(one.type) && one.trouble === null) continue;
    const record = 'stray' in one ? strayRecord(one, format) : recordOf(one, format, known, options);
    yield { ...record, index };
    index += 1;
  }
  if (index === 0) yield { ...refuse(0, queue.position(), format, NO_PAGES, 'rejected'), index };
}

const NO_PAGES: Trouble = { code: 'capture-none', found: '' };

function strayRecord({ start, end, stray }: StrayBytes, format: string): SourceRecord {
  return refuse(start, end, format, { code: 'capture-unframed', found: stray }, 'quarantined');
}

function recordOf(
  capture: WebRecord,
  format: string,
  known: KnownCaptures,
  options: ReaderOptions,
): SourceRecord {
  const { start, end, trouble, content } = capture;
  const no = (what: Trouble, refused: 'rejected' | 'quarantined') =>
    refuse(start, end, format, what, refused);
  if (ABOUT.has(capture.type)) return no(trouble ?? NO_PAGES, 'rejected');
  if (content === null) {
    return no({ code: 'record-too-large', found: `${end - start} bytes` }, 'quarantined');
  }
  if (capture.type === 'revisit') return no(revisit(capture, known), 'rejected');
  const page = pageOfCapture(capture, content, options.maxRecordBytes, options.decompress);
  if (page.is === 'refused') {
    if (page.redirectsTo !== null) known.redirect(capture.url, page.redirectsTo);
    const isLarge = page.trouble.code === 'record-too-large';
    return no(page.trouble, isLarge || trouble !== null ? 'quarantined' : 'rejected');
  }
  known.page(capture.url, capture.digest);
  const record =
    page.is === 'html' ? htmlRecord(capture, page, known, options) : textRecord(capture, page, options);
  const issues = [...(trouble === null ? [] : [trouble]), ...page.issues].map(issueOf);
  return {
    ...record,
    index: 0,
    start: start as ByteOffset,
    end: end as ByteOffset,
    format: page.is === 'text' ? 'wet' : format,
    issues: [...issues, ...record.issues],
    refused: record.refused ?? (issues.length > 0 ? 'quarantined' : null),
  };
}

type ReadRecord = Pick<SourceRecord, 'encoding' | 'text' | 'issues' | 'refused' | 'stated' | 'capture'>;
type Page = Exclude<Capture, { is: 'refused' }>;

function htmlRecord(
  capture: WebRecord,
  page: Page,
  known: KnownCaptures,
  { encoding }: ReaderOptions,
): ReadRecord {
  const read = readHtmlPage(page.bytes, {
    ...(encoding === undefined ? {} : { encoding }),
    charset: page.charset,
    url: addressOf(capture, 'warc:WARC-Target-URI'),
  });
  if (read.stated === null) return read;
  const redirects = known.redirectsTo(capture.url).map((url) => found(url, NOWHERE, 'warc:redirect', 1));
  const language = read.stated.language ?? fromHeader(page.language, 'http:Content-Language');
  const stated = {
    ...read.stated,
    language,
    capturedBefore: isoDate(capture.date),
    otherUrls: [...read.stated.otherUrls, ...redirects],
  };
  return { ...read, stated };
}

function textRecord(capture: WebRecord, page: Page, { encoding }: ReaderOptions): ReadRecord {
  const declared = page.charset === null ? {} : { declared: page.charset };
  const decoded = decode(page.bytes, { ...declared, ...(encoding === undefined ? {} : { encoding }) });
  const { text, issues, refused } = decoded;
  const facts = { url: addressOf(capture, 'warc:WARC-Target-URI'), capturedBefore: isoDate(capture.date) };
  return { encoding: decoded.encoding, text, issues, refused, stated: null, capture: facts };
}

function revisit({ digest, refersTo, url }: WebRecord, known: KnownCaptures): Trouble {
  const original = known.original(digest, refersTo ?? url);
  if (original !== null) return { code: 'capture-repeated', found: original };
  return { code: 'revisit-unresolved', found: `${url ?? ''} as ${refersTo ?? digest ?? 'another capture'}` };
}

/** `20050117120000` and `2005-01-17T12:00:00Z` -> `2005-01-17T12:00:00Z`. */
function isoDate(date: string | null): string | null {
  const parts = /^(\d{4})-?(\d\d)-?(\d\d)T?(\d\d)?:?(\d\d)?:?(\d\d)?/.exec(date ?? '');
  if (parts === null) return null;
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = parts;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}

function refuse(
  start: number,
  end: number,
  format: string,
  trouble: Trouble,
  refused: 'rejected' | 'quarantined',
): SourceRecord {
  const place = { index: 0, start: start as ByteOffset, end: end as ByteOffset };
  return {
    ...place,
    format,
    encoding: NOT_READ,
    text: '',
    stated: null,
    issues: [issueOf(trouble)],
    refused,
  };
}

function issueOf({ code, found: what }: Trouble): Issue {
  return issue(code, NOWHERE, what);
}
