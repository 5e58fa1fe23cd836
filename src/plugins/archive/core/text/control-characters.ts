/**
 * C0 and C1 controls but line feed and tab; bidirectional embeddings, overrides and isolates, which can make a text
 * read otherwise than it is stored; the byte-order mark; lone surrogates, which no database takes.
 */
const UNWANTED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu;

/**
 * The text as a field may hold it. Line ends are the caller's: a carriage return is removed, so turn CRLF and CR into
 * LF first. Joiners (U+200C, U+200D) and direction marks (U+200E, U+200F) are spelling in Arabic and Persian and stay.
 */
export function stripControlCharacters(text: string): string {
  return text.replace(UNWANTED, '');
}
