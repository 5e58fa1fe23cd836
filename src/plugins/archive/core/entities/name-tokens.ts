import * as Class from './character-classes';
import { foldName } from './fold-name';

/** A word of either script, folded, with its place in the record. Possessive endings are left out. */
export interface NameToken {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

/** The words of `[from, to)`; hyphens part them, apostrophes between letters do not. Linear. */
export function nameTokens(text: string, from: number, to: number): NameToken[] {
  const tokens: NameToken[] = [];
  for (let start = wordStart(text, from, to); start < to; ) {
    const token = tokenAt(text, start, to);
    tokens.push(token);
    start = wordStart(text, behindWord(text, token.end, to), to);
  }
  return tokens;
}

/** Where the next word starts at or behind `from`; `to` where there is none. */
export function wordStart(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && !Class.isWordClass(Class.classOf(text.charCodeAt(at)))) at++;
  return at;
}

/** The word that starts at `start`. */
export function tokenAt(text: string, start: number, to: number): NameToken {
  const end = tokenEnd(text, start, to);
  return { start, end, folded: foldName(text.slice(start, end)) };
}

/** Where to go on behind a word that ends at `end`: its possessive ending is no word. */
export function behindWord(text: string, end: number, to: number): number {
  return end + possessiveLength(text, end, to);
}

/** Where the word that starts at `start` ends, its possessive ending left out. */
export function tokenEnd(text: string, start: number, to: number): number {
  let at = start;
  while (at < to) {
    const kind = Class.classOf(text.charCodeAt(at));
    const isInner =
      kind === Class.APOSTROPHE && at + 1 < to && Class.isWordClass(Class.classOf(text.charCodeAt(at + 1)));
    if (isInner ? possessiveLength(text, at, to) > 0 : !Class.isWordClass(kind)) break;
    at++;
  }
  return at;
}

/** 2 for the `’s` that ends `Iran’s`, else 0. */
function possessiveLength(text: string, at: number, to: number): number {
  if (at + 1 >= to || Class.classOf(text.charCodeAt(at)) !== Class.APOSTROPHE) return 0;
  const letter = text[at + 1];
  const goesOn = at + 2 < to && Class.isWordClass(Class.classOf(text.charCodeAt(at + 2)));
  return (letter === 's' || letter === 'S') && !goesOn ? 2 : 0;
}
