import type { Span } from '../span';
import { ARABIC_TITLES } from './arabic-words';
import { foldName } from './fold-name';
import { LEADING_TITLES, STRONG_TITLES, TITLE_MODIFIERS } from './titles';

/** The title that stands before a name, with its place in the record. */
export interface TitleFound extends Span {
  /** As printed: `Maj. Gen.`, `Foreign Minister`, `الرئيس`. */
  readonly text: string;
}

/** No title reaches further back than this, in UTF-16 units. */
const REACH = 64;
const WORD = /\p{L}[\p{L}\p{M}'’-]*\.?/gu;

/**
 * The title right before `start`, or null: `Maj. Gen.` for the name in `chief Maj. Gen. Abbas Ibrahim`.
 * `start` is where the name starts in `text`.
 */
export function titleBefore(text: string, start: number): TitleFound | null {
  const from = Math.max(0, start - REACH);
  const before = text.slice(from, start);
  const words = [...before.matchAll(WORD)];
  let first: number | null = null;
  let end = from + before.trimEnd().length;
  const titleEnd = end;
  for (let at = words.length - 1; at >= 0; at--) {
    const word = words[at];
    if (word === undefined || from + word.index + word[0].length !== end) break;
    const isLast = first === null;
    if (!isTitlePart(word[0], isLast)) break;
    first = from + word.index;
    end = from + before.slice(0, word.index).trimEnd().length;
  }
  return first === null ? null : { start: first, end: titleEnd, text: text.slice(first, titleEnd) };
}

function isTitlePart(printed: string, isLast: boolean): boolean {
  if (ARABIC_TITLES.has(foldName(printed))) return true;
  if (printed === printed.toLowerCase()) return false;
  const word = printed.toLowerCase().replace('.', '');
  if (STRONG_TITLES.has(word) || LEADING_TITLES.has(word)) return true;
  return isLast ? printed === 'General' : TITLE_MODIFIERS.has(word);
}
