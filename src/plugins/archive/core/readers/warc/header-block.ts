import type { ByteQueue } from '../../bytes/byte-queue';

/** Named values of a WARC or HTTP header, by lower-case name; of a repeated name the first. */
export type Headers = ReadonlyMap<string, string>;

/** Longer header blocks are no header blocks. */
export const LONGEST_HEADERS = 256 * 1024;

const LINE_FEED = 0x0a;
const UTF_8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Where the header block at the start of the bytes ends, behind its blank line; below 0 where there is none. Lines end with
 * CR LF or, from careless tools, LF alone.
 */
export function endOfHeaders(bytes: Uint8Array, isStart: IsStart = () => false): number {
  for (
    let at = bytes.indexOf(LINE_FEED);
    at >= 0 && at < LONGEST_HEADERS;
    at = bytes.indexOf(LINE_FEED, at + 1)
  ) {
    if (isStart(bytes, at + 1)) return BROKEN_OFF;
    if (bytes[at + 1] === LINE_FEED) return at + 2;
    if (bytes[at + 1] === 0x0d && bytes[at + 2] === LINE_FEED) return at + 3;
  }
  return -1;
}

/** Whether a record begins at a place of the bytes. */
type IsStart = (bytes: Uint8Array, at: number) => boolean;

/** Another record begins before the headers end. */
const BROKEN_OFF = -2;

/** Looks at the header block at the head of the queue; null where it has no end, or another record begins in it. */
export async function peekHeaders(queue: ByteQueue, isStart: IsStart): Promise<Uint8Array | null> {
  let wanted = 1;
  for (;;) {
    const bytes = await queue.peek(wanted);
    const end = endOfHeaders(bytes, isStart);
    if (end === BROKEN_OFF) return null;
    if (end >= 0) return bytes.subarray(0, end);
    if (bytes.length < wanted || bytes.length >= LONGEST_HEADERS) return null;
    wanted = Math.min(LONGEST_HEADERS, bytes.length * 2 + 1024);
  }
}

/** The first line of a header block, and its named values. A line that begins with a blank goes on with the one before. */
export function readHeaders(block: Uint8Array): { readonly first: string; readonly headers: Headers } {
  const [first = '', ...lines] = UTF_8.decode(block).split(/\r?\n/);
  const headers = new Map<string, string>();
  let last: string | null = null;
  for (const line of lines) {
    if (/^[ \t]/.test(line) && last !== null) {
      headers.set(last, `${headers.get(last) ?? ''} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    last = line.slice(0, colon).trim().toLowerCase();
    if (!headers.has(last)) headers.set(last, line.slice(colon + 1).trim());
  }
  return { first, headers };
}
