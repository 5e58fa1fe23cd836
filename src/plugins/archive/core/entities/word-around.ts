import * as Class from './character-classes';

/** How far the finder looks for the next word, in UTF-16 units. */
const REACH = 24;

/** What stands next to a span: a word (as printed, `''` if none), and what parts it from the span. */
export interface Neighbour {
  readonly word: string;
  readonly gap: string;
  /** The word's outer edge in the record. */
  readonly edge: number;
}

/** The word before `at`, on the same line and not before `from`. */
export function wordBefore(text: string, at: number, from: number): Neighbour {
  const least = Math.max(from, at - REACH);
  let end = at;
  while (end > least && !isWordOrBreak(text, end - 1)) end--;
  let start = end;
  while (start > least && Class.isWordClass(Class.classOf(text.charCodeAt(start - 1)))) start--;
  return { word: text.slice(start, end), gap: text.slice(end, at), edge: start };
}

/** The word after `at`, on the same line and before `to`. */
export function wordAfter(text: string, at: number, to: number): Neighbour {
  const most = Math.min(to, at + REACH);
  let start = at;
  while (start < most && !isWordOrBreak(text, start)) start++;
  let end = start;
  while (end < most && Class.isWordClass(Class.classOf(text.charCodeAt(end)))) end++;
  return { word: text.slice(start, end), gap: text.slice(at, start), edge: end };
}

function isWordOrBreak(text: string, at: number): boolean {
  const kind = Class.classOf(text.charCodeAt(at));
  return kind === Class.NEWLINE || Class.isWordClass(kind);
}
