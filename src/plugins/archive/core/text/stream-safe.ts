/**
 * `text.normalize(form)` in linear time. Engines sort each run of combining marks, and a megabyte of them takes
 * minutes; the Stream-Safe Text Format (UAX #15, section 13) ends a run with U+034F after 30 marks. No language
 * writes as many, so real text comes out as from `normalize`.
 */
export function normalizeSafely(text: string, form: 'NFC' | 'NFKC'): string {
  if (isAscii(text)) return text;
  return text.replace(/\p{M}{30}(?=\p{M})/gu, '$&\u034f').normalize(form);
}

/** Whether a text has ASCII characters only, which every normalisation form leaves as they are. */
export function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}
