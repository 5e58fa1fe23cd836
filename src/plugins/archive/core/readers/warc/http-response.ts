import { endOfHeaders, readHeaders, type Headers } from './header-block';
import { joinAll } from './take-content';

/** What a server answered: its status, headers and the bytes of its page. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Headers;
  /** As they were sent, chunks joined. */
  readonly body: Uint8Array;
  /** The chunks do not fit their stated lengths: the body is as far as they do, or all of it. */
  readonly wrongChunks: boolean;
}

/** Reads an HTTP response; null where the bytes do not begin like one. */
export function readHttpResponse(bytes: Uint8Array): HttpResponse | null {
  const end = endOfHeaders(bytes);
  const block = end < 0 ? bytes : bytes.subarray(0, end);
  const { first, headers } = readHeaders(block);
  const status = /^HTTP\/\d(?:\.\d)? +(\d{3})\b/.exec(first)?.[1];
  if (status === undefined) return null;
  const sent = end < 0 ? new Uint8Array(0) : bytes.subarray(end);
  const isChunked = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '');
  const { body, wrongChunks } = isChunked ? joinChunks(sent) : { body: sent, wrongChunks: false };
  return { status: Number(status), headers, body, wrongChunks };
}

const LONGEST_SIZE_LINE = 1024;

/**
 * Joins the chunks of a chunked body (RFC 9112, section 7.1). Crawlers often store the joined body under the header of
 * the chunked one: what does not begin with a chunk is taken as it is.
 */
function joinChunks(sent: Uint8Array): Pick<HttpResponse, 'body' | 'wrongChunks'> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let at = 0; ; ) {
    const size = sizeAt(sent, at);
    if (size === null || size.start + size.length > sent.length) {
      if (at === 0 && size === null) return { body: sent, wrongChunks: false };
      const rest = sent.subarray(size?.start ?? at);
      return { body: joinAll([...parts, rest], length + rest.length), wrongChunks: true };
    }
    if (size.length === 0) return { body: joinAll(parts, length), wrongChunks: false };
    parts.push(sent.subarray(size.start, size.start + size.length));
    length += size.length;
    at = size.start + size.length;
    if (sent[at] === 0x0d) at += 1;
    if (sent[at] === 0x0a) at += 1;
  }
}

/** The line `1f4;name=value` that begins a chunk: its length, and where its bytes start. */
function sizeAt(bytes: Uint8Array, at: number): { readonly start: number; readonly length: number } | null {
  const end = bytes.indexOf(0x0a, at);
  if (end < 0 || end - at > LONGEST_SIZE_LINE) return null;
  const line = String.fromCharCode(...bytes.subarray(at, end));
  const digits = /^\s*([0-9a-f]{1,8})\s*(?:;.*)?\r?$/i.exec(line)?.[1];
  return digits === undefined ? null : { start: end + 1, length: parseInt(digits, 16) };
}
