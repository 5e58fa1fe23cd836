import type { IssueCode } from '../../issue';
import type { Decompress } from '../reader';
import { readHttpResponse, type HttpResponse } from './http-response';
import type { WebRecord } from './web-record';

/** What a capture holds: a page, text, or why it is neither. */
export type Capture =
  | {
      readonly is: 'html' | 'text';
      readonly bytes: Uint8Array;
      /** As the server declared it. */
      readonly charset: string | null;
      readonly language: string | null;
      readonly issues: readonly Trouble[];
    }
  | { readonly is: 'refused'; readonly trouble: Trouble; readonly redirectsTo: string | null };

export interface Trouble {
  readonly code: IssueCode;
  readonly found: string;
}

const HTML_TYPES: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml']);

/** Looks into a capture: past the HTTP headers and what the bytes were packed with. */
export function pageOfCapture(
  record: WebRecord,
  content: Uint8Array,
  limit: number,
  decompress: Decompress | undefined,
): Capture {
  const http = readHttpResponse(content);
  if (record.type === 'conversion') return textPage(content, record);
  if (http === null) return pageOf(content, record.mediaType, null, []);
  if (http.status >= 300 && http.status < 400 && http.headers.has('location')) return redirect(http, record);
  if (http.status < 200 || http.status >= 300) {
    return refused('http-error', `${http.status} ${record.url ?? ''}`);
  }
  const unpacked = unpack(http, limit, decompress);
  if (unpacked === 'too-large') return refused('record-too-large', 'the unpacked page');
  const issues: Trouble[] = [];
  if (http.wrongChunks) issues.push({ code: 'http-body-damaged', found: 'wrong chunk length' });
  if (unpacked.wrong) issues.push({ code: 'http-body-damaged', found: `not ${unpacked.coding}` });
  const language =
    /^[a-z]{2,3}(?:-[a-z0-9-]{1,12})?$/i.exec(http.headers.get('content-language') ?? '')?.[0] ?? null;
  return pageOf(unpacked.bytes, http.headers.get('content-type') ?? '', language, issues);
}

function textPage(bytes: Uint8Array, { mediaType }: WebRecord): Capture {
  const { type } = mediaTypeOf(mediaType);
  if (type !== '' && type !== 'text/plain') return refused('media-type-unsupported', type);
  return { is: 'text', bytes, charset: 'utf-8', language: null, issues: [] };
}

function pageOf(
  bytes: Uint8Array,
  mediaType: string,
  language: string | null,
  issues: readonly Trouble[],
): Capture {
  const { type, charset } = mediaTypeOf(mediaType);
  if (HTML_TYPES.has(type) || (type === '' && looksLikeHtml(bytes))) {
    return { is: 'html', bytes, charset, language, issues };
  }
  return refused('media-type-unsupported', type === '' ? 'no media type' : type);
}

function redirect({ status, headers }: HttpResponse, { url }: WebRecord): Capture {
  const target = absolute(headers.get('location') ?? '', url);
  return { ...refused('http-redirect', `${status} ${url ?? ''} -> ${target}`), redirectsTo: target };
}

function absolute(address: string, base: string | null): string {
  return base !== null && URL.canParse(address, base) ? new URL(address, base).href : address;
}

function refused(code: IssueCode, found: string) {
  return { is: 'refused', trouble: { code, found }, redirectsTo: null } as const;
}

function mediaTypeOf(header: string): { readonly type: string; readonly charset: string | null } {
  const [type = '', ...parameters] = header.split(';');
  const charset = parameters
    .map((one) => /^\s*charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(one)?.[1])
    .find(Boolean);
  return { type: type.trim().toLowerCase(), charset: charset ?? null };
}

const SNIFF_BYTES = 1024;

function looksLikeHtml(bytes: Uint8Array): boolean {
  return /<(?:!doctype html|html|head|body)\b/i.test(
    new TextDecoder('latin1').decode(bytes.subarray(0, SNIFF_BYTES)),
  );
}

interface Unpacked {
  readonly bytes: Uint8Array;
  /** The header names a packing that the bytes do not have. */
  readonly wrong: boolean;
  readonly coding: string;
}

/** Undoes `Content-Encoding`. Crawlers often store the unpacked page under the header of the packed one. */
function unpack(
  { headers, body }: HttpResponse,
  limit: number,
  decompress: Decompress | undefined,
): Unpacked | 'too-large' {
  const coding = (headers.get('content-encoding') ?? '').trim().toLowerCase().replace(/^x-/, '');
  if (coding !== 'gzip' && coding !== 'deflate' && coding !== 'br')
    return { bytes: body, wrong: false, coding };
  if (body.length === 0 || looksLikeHtml(body)) return { bytes: body, wrong: false, coding };
  const unpacked = decompress?.(coding, body, limit) ?? null;
  if (unpacked === null) return { bytes: body, wrong: true, coding };
  if (unpacked.tooLarge) return 'too-large';
  return { bytes: unpacked.bytes, wrong: unpacked.cut, coding };
}
