import {
  BYLINE_WORDS,
  COMMENT_WORDS,
  MODIFIED_WORDS,
  NAME_PARTICLES,
  PLAIN_WORDS,
  PUBLISHED_WORDS,
  REPLY_WORDS,
} from './date-line-words';
import type { Token } from './tokens';
import { WEEKDAYS } from './weekday-names';

/** `Comment by Jane Roe — 14 July 2016 | Reply`: the date of a reader's comment. */
export function isComment(tokens: readonly Token[]): boolean {
  const [first, second] = tokens;
  if (COMMENT_WORDS.has(first?.key ?? '') && BYLINE_WORDS.has(second?.key ?? '')) return true;
  return tokens.some(({ key }) => REPLY_WORDS.has(key));
}

/** Splits at marks; each piece must be a label, a number with its label, a byline, or a short name. */
export function isDecoration(gap: readonly Token[], index: number, gaps: number): boolean {
  const pieces = piecesOf(gap);
  if (pieces.length > 6) return false;
  return pieces.every((piece, place) => {
    // A name set against the date without any mark is the start of a sentence: `Born 14 July 2016`.
    const touchesBefore = index > 0 && place === 0 && !parts(gap, gap[0]);
    const touchesAfter = index < gaps - 1 && place === pieces.length - 1 && !parts(gap, gap.at(-1));
    return isLabel(piece) || isByline(piece) || (!touchesBefore && !touchesAfter && isName(piece, 4));
  });
}

/** A full stop may end an initial, a bracket may close what began elsewhere: `John A. 14 July 2016`. */
function parts(gap: readonly Token[], token: Token | undefined): boolean {
  if (token?.kind !== 'mark' || token.key === '.') return false;
  return token.key !== ')' || gap.some(({ key }) => key === '(');
}

function piecesOf(gap: readonly Token[]): Token[][] {
  const pieces: Token[][] = [];
  let open = false;
  for (const token of gap) {
    const joins =
      token.kind === 'mark' && !token.spaced && ["'", '-', '.', '#', '&', '’'].includes(token.key);
    if (token.kind === 'mark') {
      open = open && joins && token.key !== '.';
      continue;
    }
    if (open) pieces.at(-1)?.push(token);
    else pieces.push([token]);
    open = true;
  }
  return pieces;
}

function isLabel(piece: readonly Token[]): boolean {
  return (
    piece.length <= 6 &&
    piece.every((token) => (token.kind === 'number' ? token.key.length <= 6 : isLabelWord(token.key)))
  );
}

/** A word that date lines are made of. */
export function isLabelWord(key: string): boolean {
  return PLAIN_WORDS.has(key) || PUBLISHED_WORDS.has(key) || MODIFIED_WORDS.has(key) || WEEKDAYS.has(key);
}

/** `by Jane Roe`, `Posted by Jane Roe on`, `بقلم فلان الفلاني`. */
function isByline(piece: readonly Token[]): boolean {
  const by = piece.findIndex((token) => BYLINE_WORDS.has(token.key));
  if (by < 0 || by > 3 || !isLabel(piece.slice(0, by))) return false;
  const last = piece.findLastIndex((token, index) => index > by && !isLabelWord(token.key));
  return last > by && isName(piece.slice(by + 1, last + 1), 6, true);
}

/** A place, a section or a person: capitals in scripts that have them, in Arabic three words at most. */
function isName(piece: readonly Token[], most: number, user = false): boolean {
  if (piece.length === 0 || piece.length > most) return false;
  const arabic = piece.some((token) => /\p{Script=Arabic}/u.test(token.text));
  if (arabic)
    return piece.length <= Math.min(most, user ? 4 : 3) && piece.every((token) => token.kind === 'word');
  return piece.every(
    (token, index) =>
      token.kind === 'word' &&
      (/^\p{Lu}/u.test(token.text) ||
        (index > 0 && NAME_PARTICLES.has(token.key)) ||
        (user && piece.length === 1)),
  );
}
