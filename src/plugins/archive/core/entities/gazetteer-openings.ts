const LETTERS = 128;
/** Cells for the first two letters of a word, ASCII. */
export const OPENINGS = LETTERS * LETTERS;
const WITH_CAPITAL = 1;
const IN_LOWER_CASE = 2;

/** Notes how a name opens: `folded` is its first word; `lowerCase` where that word may be printed so (`al-Qaeda`). */
export function noteOpening(openings: Uint8Array, folded: string, lowerCase: boolean): void {
  const cell = cellOf(folded.charCodeAt(0), folded.length > 1 ? folded.charCodeAt(1) : 0);
  if (cell === null) return;
  openings[cell] = (openings[cell] ?? 0) | WITH_CAPITAL | (lowerCase ? IN_LOWER_CASE : 0);
}

/** Whether a name may open at `start`. False for most words, at the price of two letters; true for what is not ASCII. */
export function canOpen(openings: Uint8Array, text: string, start: number): boolean {
  const first = text.charCodeAt(start);
  const second = text.charCodeAt(start + 1);
  const isWord = isAsciiWord(second);
  const cell = cellOf(first, isWord ? second : 0);
  // An apostrophe, a letter with an accent: how it folds must be seen.
  if (cell === null || (!isWord && !PARTS.has(second))) return true;
  const marks = openings[cell] ?? 0;
  return first >= 0x61 && first <= 0x7a ? (marks & IN_LOWER_CASE) !== 0 : marks !== 0;
}

const PARTS = new Set(Array.from(' \n\r\t.,;:-"()[]!?/', (letter) => letter.charCodeAt(0)));

function isAsciiWord(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);
}

function cellOf(first: number, second: number): number | null {
  if (first >= LETTERS || second >= LETTERS) return null;
  return lower(first) * LETTERS + lower(second);
}

function lower(unit: number): number {
  return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
}
