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
  let at = from;
  while (at < to) {
    if (!Class.isWordClass(Class.classOf(text.charCodeAt(at)))) {
      at++;
      continue;
    }
    const end = tokenEnd(text, at, to);
    tokens.push({ start: at, end, folded: foldName(text.slice(at, end)) });
    at = end + possessiveLength(text, end, to);
  }
  return tokens;
}

function tokenEnd(text: string, start: number, to: number): number {
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
