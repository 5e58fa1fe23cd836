import { fold } from '../text/fold';
import { isAscii } from '../text/stream-safe';
import { foldWord } from './fold-word';

/** A word of the original text, as UTF-16 units, with the forms under which the index knows it. */
export interface PlacedWord {
  readonly start: number;
  readonly end: number;
  readonly folded: readonly string[];
}

/** Longer words are cut, in texts and queries alike: no database keeps index entries of any length. */
const LONGEST_WORD = 64;

const ASCII_WORDS = /[a-z0-9]+(?:'[a-z0-9]+)*/g;
const WORDS = /[\p{L}\p{N}\p{M}]+(?:'[\p{L}\p{N}\p{M}]+)*/gu;
/** The same before folding: with tatweel (a letter), marks without width, and every sort of apostrophe. */
const ORIGINAL_WORDS =
  /[\p{L}\p{N}\p{M}\u200b-\u200f\u00ad\ufeff]+(?:['‘’‚‛′‹›`´ʼ][\p{L}\p{N}\p{M}\u200b-\u200f\u00ad\ufeff]+)*/gu;
/** Scripts written without spaces: each character is a word, and a name a phrase. */
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/u;

/**
 * The words of a text as the index holds them, in order: `Al-Madīna's القاهرة` -> `madina`, `قاهره`.
 * The Latin article `al` is no word, since `al-Sinwar`, `Al Sinwar` and `Sinwar` should find each other.
 */
export function searchWords(text: string): string[] {
  const folded = fold(text);
  const found = folded.match(isAscii(folded) ? ASCII_WORDS : WORDS);
  if (!found) return [];
  const words: string[] = [];
  for (const raw of found) for (const word of formsOf(raw)) words.push(word);
  return words;
}

/** The words of a text with their places, for marking what a query found. */
export function* placedWords(text: string): Generator<PlacedWord> {
  for (const match of text.matchAll(ORIGINAL_WORDS)) {
    const folded = searchWords(match[0]);
    if (folded.length > 0) yield { start: match.index, end: match.index + match[0].length, folded };
  }
}

function formsOf(raw: string): readonly string[] {
  if (raw === 'al') return [];
  const word = foldWord(raw);
  if (word === '') return [];
  if (UNSPACED.test(word)) return [...word];
  return [word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD).toWellFormed() : word];
}
