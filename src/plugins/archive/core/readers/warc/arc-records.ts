import type { ByteQueue } from '../../bytes/byte-queue';
import { takeContent } from './take-content';
import type { StrayBytes, WebRecord } from './web-record';

const LONGEST_LINE = 64 * 1024;
const EXCERPT = 80;
const LINE_FEED = 0x0a;

/**
 * The records of an ARC, the format before WARC: a line such as
 * `http://paper.example/ 192.0.2.1 20050117120000 text/html 1234`, then so many bytes. Version 2 has ten fields.
 */
export async function* arcRecords(queue: ByteQueue, limit: number): AsyncGenerator<WebRecord | StrayBytes> {
  for (;;) {
    const start = queue.position();
    const line = await takeLine(queue);
    if (line === null) return;
    if (line.trim() === '') continue;
    const entry = readEntry(line);
    if (entry === null) {
      yield { start, end: queue.position(), stray: line.slice(0, EXCERPT) };
      continue;
    }
    const content = await takeContent(queue, entry.length, limit);
    const trouble = content.cut
      ? ({ code: 'record-truncated', found: `${content.length} of ${entry.length} bytes` } as const)
      : null;
    const { url, date, mediaType } = entry;
    const type = url.startsWith('filedesc:') ? 'warcinfo' : 'response';
    const facts = { type, url, date, mediaType, digest: null, refersTo: null };
    yield { ...facts, start, end: queue.position(), content: content.bytes, trouble };
  }
}

/** Takes a line without its end; null at the end of the file. A line that is too long is given in pieces. */
async function takeLine(queue: ByteQueue): Promise<string | null> {
  let wanted = 1;
  for (;;) {
    const bytes = await queue.peek(wanted);
    if (bytes.length === 0) return null;
    const end = bytes.indexOf(LINE_FEED);
    if (end < 0 && bytes.length >= wanted && bytes.length < LONGEST_LINE) {
      wanted = bytes.length + 1;
      continue;
    }
    const length = end >= 0 ? Math.min(end, LONGEST_LINE) : Math.min(bytes.length, LONGEST_LINE);
    const line = new TextDecoder().decode(bytes.subarray(0, length));
    queue.drop(length === end ? length + 1 : length);
    return line;
  }
}

interface Entry {
  readonly url: string;
  readonly date: string;
  readonly mediaType: string;
  readonly length: number;
}

/** The address may hold blanks, so the fields are told from the end; the date has 14 digits. */
function readEntry(line: string): Entry | null {
  const fields = line.trim().split(' ');
  const length = fields.at(-1) ?? '';
  // Version 1: address, IP, date, type, length. Version 2: ... date, type, result, checksum, location, offset, file, length.
  const date = fields.findLastIndex((field) => /^\d{14}$/.test(field));
  if (date < 2 || date + 2 > fields.length - 1 || !/^\d{1,15}$/.test(length)) return null;
  const url = fields.slice(0, date - 1).join(' ');
  if (!/^[a-z][a-z0-9+.-]*:/i.test(url)) return null;
  return { url, date: fields[date] ?? '', mediaType: fields[date + 1] ?? '', length: Number(length) };
}
