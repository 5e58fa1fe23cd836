import type { IssueCode } from '../../issue';

/** One capture of a web archive, framed but not yet understood. */
export interface WebRecord {
  /** Bytes of the unpacked file, from the first byte of its header to the last of its content. */
  readonly start: number;
  readonly end: number;
  /** `response`, `resource`, `conversion`, `revisit`, `request`, `warcinfo`, `metadata`, ... */
  readonly type: string;
  readonly url: string | null;
  /** When it was captured, as it stands there. */
  readonly date: string | null;
  /** Media type of the content; `application/http` where that begins with HTTP headers. */
  readonly mediaType: string;
  readonly digest: string | null;
  /** For a revisit: address of the capture that it repeats. */
  readonly refersTo: string | null;
  /** Null where it is larger than the limit. */
  readonly content: Uint8Array | null;
  /** What is wrong with its framing, and what was found. */
  readonly trouble: { readonly code: IssueCode; readonly found: string } | null;
}

/** Bytes between two records that belong to none. */
export interface StrayBytes {
  readonly start: number;
  readonly end: number;
  readonly stray: string;
}
