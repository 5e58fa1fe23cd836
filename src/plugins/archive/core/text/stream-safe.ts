/**
 * `text.normalize(form)` in linear time. Engines sort each run of combining marks, and a megabyte of them takes
 * minutes; the Stream-Safe Text Format (UAX #15, section 13) ends a run with U+034F after 30 marks. No language
 * writes as many, so real text comes out as from `normalize`.
 */
export function normalizeSafely(text: string, form: 'NFC' | 'NFKC'): string {
  return text.replace(/\p{M}{30}(?=\p{M})/gu, '$&\u034f').normalize(form);
}
