import { MONTHS } from '../dates/month-names';

/** `SALVADOR, Feb 26 - ` -> `SALVADOR`; `LONDON (Reuters) --` -> `LONDON`. */
export function placeOfDateline(line: string): string {
  const bare = line
    .trim()
    .slice(0, 300)
    .replace(/[\s\-–—:]+$/, '')
    .replace(/\s*\([^()]{1,40}\)$/, '');
  const place = bare.replace(/,?\s+(\p{L}{3,10})\.?\s+\d{1,2}(?:,?\s+\d{4})?$/u, (whole, word: string) =>
    isMonth(word) ? '' : whole,
  );
  return place.replace(/[\s,]+$/, '');
}

function isMonth(word: string): boolean {
  return MONTHS.has(word.toLowerCase());
}
