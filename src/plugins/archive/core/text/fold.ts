import { isAscii, normalizeSafely } from './stream-safe';

/** Characters that are one for matching and that neither NFKC nor lower case makes so. */
const SAME: ReadonlyMap<string, string> = new Map([
  ...pairs('أإآٱ', 'ا'),
  ...pairs('ة', 'ه'),
  ...pairs('ىی', 'ي'),
  ...pairs('ک', 'ك'),
  ...pairs('‘’‚‛′‹›`´ʼ', "'"),
  ...pairs('“”„‟″«»', '"'),
  ...pairs('‐‑‒–—―−', '-'),
  ...pairs('łŁ', 'l'),
  ...pairs('øØ', 'o'),
  ...pairs('đĐ', 'd'),
  ...pairs('ı', 'i'),
  ...pairs('ßẞ', 'ss'),
  ...pairs('æÆ', 'ae'),
  ...pairs('œŒ', 'oe'),
]);

const SAME_PATTERN = new RegExp(`[${[...SAME.keys()].join('')}]`, 'gu');
/** Latin letters that may be composed with a mark. Arabic ones are left whole: a hamza on waw is spelling. */
const COMPOSED_LATIN = /[\u00c0-\u024f\u1e00-\u1eff]/g;
const LATIN_MARKS = /(?<=[a-z])[\u0300-\u036f]+/g;
/** Tatweel, harakat and Koranic marks, the superscript alef, and marks without width. */
const ARABIC_MARKS = /[\u0640\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u00ad\ufeff]/g;
const ARABIC_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

/**
 * A text reduced for matching only, never for display: NFKC, lower case, without Latin diacritics, tatweel and
 * harakat; forms of alef, of ya and of ha one; ASCII digits, quotes and dashes; single spaces, trimmed.
 */
export function fold(text: string): string {
  return singleSpaced(isAscii(text) ? text.toLowerCase().replaceAll('`', "'") : foldedLetters(text)).trim();
}

function foldedLetters(text: string): string {
  return normalizeSafely(text, 'NFKC')
    .replace(SAME_PATTERN, (character) => SAME.get(character) ?? character)
    .toLowerCase()
    .replace(ARABIC_MARKS, '')
    .replace(COMPOSED_LATIN, (letter) => letter.normalize('NFD'))
    .replace(LATIN_MARKS, '')
    .replace(ARABIC_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/** Single spaces, which are most of all white space, are no match and cost nothing. */
function singleSpaced(text: string): string {
  return text.replace(/\s{2,}|[^\S ]/g, ' ');
}

function pairs(characters: string, same: string): [string, string][] {
  return [...characters].map((character) => [character, same]);
}
