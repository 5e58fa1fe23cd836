import type { Found } from './evidence';
import type { Issue } from './issue';
import type { StatedArticle } from './stated-article';

/** A position in the decompressed bytes of a file. */
export type ByteOffset = number & { readonly __brand: 'ByteOffset' };

/** How the bytes of a record became text. */
export interface Encoding {
  /** WHATWG label in lower case: `utf-8`, `windows-1256`, ... */
  readonly name: string;
  /** 0 to 1; 1 for a byte-order mark, a declaration by the caller, or valid UTF-8. */
  readonly confidence: number;
  readonly from: 'bom' | 'declared' | 'valid' | 'guessed';
}

/** Where and when a page was captured. */
export interface CaptureFacts {
  readonly url: Found | null;
  /** ISO 8601; no article is later than that. */
  readonly capturedBefore: string | null;
}

/** One unit inside a dump that should become one article, decoded but not yet understood. */
export interface SourceRecord {
  /** Position in the file, from 0. */
  readonly index: number;
  readonly start: ByteOffset;
  readonly end: ByteOffset;
  /** The reader's name. */
  readonly format: string;
  readonly encoding: Encoding;
  readonly text: string;
  /** What a structured format says of the article; null for a page of text, which has yet to be understood. */
  readonly stated: StatedArticle | null;
  /** For a page of text from a web archive: what the archive says of its capture. */
  readonly capture?: CaptureFacts;
  readonly issues: readonly Issue[];
  /** Set when the reader already knows that this cannot be read on: no text, binary, too large. */
  readonly refused: 'quarantined' | 'rejected' | null;
}
