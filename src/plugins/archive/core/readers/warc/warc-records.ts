import { joined } from '../text/gather-bytes';
import type { ByteQueue } from '../../bytes/byte-queue';
import { LONGEST_HEADERS, peekHeaders, readHeaders, type Headers } from './header-block';
import { takeContent, type Content } from './take-content';
import type { StrayBytes, WebRecord } from './web-record';

/** How every record begins: `WARC/1.0`, `WARC/1.1`, `WARC/0.18`. */
const MAGIC = [0x57, 0x41, 0x52, 0x43, 0x2f];
const EXCERPT = 80;

/** Bytes that may be read a second time because a length was wrong: an attacker's file has nothing but wrong ones. */
interface Patience {
  bytes: number;
}

/** In records of the largest size. */
const REREADS = 50;

/** Whether a WARC record begins at a place of the bytes: `WARC/` and a digit. */
export function isWarcStart(bytes: Uint8Array, at: number): boolean {
  const digit = bytes[at + MAGIC.length] ?? 0;
  return MAGIC.every((byte, index) => bytes[at + index] === byte) && digit >= 0x30 && digit <= 0x39;
}

/**
 * The records of a WARC (ISO 28500), of any kind. A length that is wrong is told by what follows: behind each record
 * stand two line ends and the next record. Then the record ends where the next begins. Memory is one record.
 */
export async function* warcRecords(queue: ByteQueue, limit: number): AsyncGenerator<WebRecord | StrayBytes> {
  const patience: Patience = { bytes: limit * REREADS };
  for (;;) {
    await dropLineEnds(queue);
    const start = queue.position();
    const head = await queue.peek(MAGIC.length + 1);
    if (head.length === 0) return;
    if (!isWarcStart(head, 0)) {
      yield await strayBytes(queue, start);
      continue;
    }
    const block = await peekHeaders(queue, isWarcStart);
    if (block === null) {
      queue.drop(1);
      yield await strayBytes(queue, start);
      continue;
    }
    const { headers } = readHeaders(block);
    queue.drop(block.length);
    yield await recordBehind(queue, headers, start, { limit, patience });
  }
}

async function recordBehind(
  queue: ByteQueue,
  headers: Headers,
  start: number,
  { limit, patience }: { readonly limit: number; readonly patience: Patience },
): Promise<WebRecord> {
  const stated = headers.get('content-length') ?? '';
  const length = /^\d{1,15}$/.test(stated) ? Number(stated) : null;
  const taken = length === null ? NOTHING : await takeContent(queue, length, limit);
  const ends = length !== null && !taken.cut && (await isAtEnd(queue));
  const mended = ends ? null : await mendLength(queue, taken, limit, patience);
  const content = mended ?? taken;
  const trouble = ends
    ? null
    : content.cut
      ? ({ code: 'record-truncated', found: `${content.length} of ${stated} bytes` } as const)
      : ({ code: 'record-length-wrong', found: `${stated}, not ${content.length} bytes` } as const);
  return { ...factsOf(headers), start, end: queue.position(), content: content.bytes, trouble };
}

const NOTHING: Content = { bytes: new Uint8Array(0), length: 0, cut: false };

function factsOf(headers: Headers) {
  const value = (name: string) => headers.get(name) ?? null;
  return {
    type: (value('warc-type') ?? '').toLowerCase(),
    url: withoutBrackets(value('warc-target-uri')),
    date: value('warc-date'),
    mediaType: value('content-type') ?? '',
    digest: value('warc-payload-digest'),
    refersTo: withoutBrackets(value('warc-refers-to-target-uri')),
  };
}

/** `<http://paper.example/>`, as some versions of wget wrote it. */
function withoutBrackets(url: string | null): string | null {
  return url === null ? null : url.replace(/^<(.*)>$/, '$1');
}

/** Behind a record's content come line ends, then a record or the end. */
async function isAtEnd(queue: ByteQueue): Promise<boolean> {
  const bytes = await queue.peek(MAGIC.length + 5);
  let at = 0;
  while (at < 4 && (bytes[at] === 0x0d || bytes[at] === 0x0a)) at += 1;
  const twoEnds = at === 4 || (bytes[0] === 0x0a && bytes[1] === 0x0a);
  return twoEnds || at >= bytes.length || isWarcStart(bytes, at);
}

/** The content up to where the next record begins: within what was taken, or behind it. */
async function mendLength(
  queue: ByteQueue,
  taken: Content,
  limit: number,
  patience: Patience,
): Promise<Content | null> {
  const inside = taken.bytes === null || patience.bytes <= 0 ? -1 : nextStart(taken.bytes, 0);
  if (taken.bytes !== null && inside >= 0) {
    patience.bytes -= taken.bytes.length;
    queue.unread(taken.bytes.subarray(inside));
    const bytes = withoutLineEnds(taken.bytes.subarray(0, inside));
    return { bytes, length: bytes.length, cut: false };
  }
  if (taken.cut) return null;
  const more: Uint8Array[] = taken.bytes === null ? [] : [taken.bytes];
  let length = taken.length;
  for await (const part of upToNextRecord(queue)) {
    length += part.length;
    if (length <= limit) more.push(part);
  }
  const bytes = length <= limit && taken.bytes !== null ? withoutLineEnds(joined(more, length)) : null;
  return { bytes, length: bytes?.length ?? length, cut: false };
}

/** Takes bytes up to the next line that begins a record. */
async function* upToNextRecord(queue: ByteQueue): AsyncGenerator<Uint8Array> {
  for (;;) {
    const bytes = await queue.peek(LONGEST_HEADERS);
    if (bytes.length === 0) return;
    const next = isWarcStart(bytes, 0) ? 0 : nextStart(bytes, 0);
    if (next === 0) return;
    // A start may lie across the end of what is at hand.
    const count = next > 0 ? next : Math.max(1, bytes.length - MAGIC.length - 1);
    yield bytes.subarray(0, count);
    queue.drop(count);
  }
}

/** Where a line begins a record; -1 where none does. */
function nextStart(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x0a, from); at >= 0; at = bytes.indexOf(0x0a, at + 1)) {
    if (isWarcStart(bytes, at + 1)) return at + 1;
  }
  return -1;
}

function withoutLineEnds(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x0a || bytes[end - 1] === 0x0d)) end -= 1;
  return bytes.subarray(0, end);
}

/** Passes over what is no record. */
async function strayBytes(queue: ByteQueue, start: number): Promise<StrayBytes> {
  const head = await queue.peek(EXCERPT);
  const stray = new TextDecoder('latin1').decode(head.subarray(0, EXCERPT));
  for await (const part of upToNextRecord(queue)) void part;
  return { start, end: queue.position(), stray };
}

async function dropLineEnds(queue: ByteQueue): Promise<void> {
  for (;;) {
    const bytes = await queue.peek(1);
    let at = 0;
    while (bytes[at] === 0x0d || bytes[at] === 0x0a) at += 1;
    if (at === 0) return;
    queue.drop(at);
  }
}
