/** A run of text that stands in the record as it is, character for character. */
export interface Piece {
  /** Position in the text. */
  readonly text: number;
  /** Position in the record of its first character. */
  readonly record: number;
  readonly length: number;
}

/**
 * Text taken out of markup, and where each of its characters stands in the record: `Fish &amp; chips` is `Fish ` as it
 * is, an `&` that stands for five characters, and ` chips`. Pieces are in order and do not overlap; what lies between
 * two of them (a line break that markup stood for) belongs to the end of the one before.
 */
export interface PlacedText {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** The position in the record of the character at `offset` of the text; for the text's end, the end of its last piece. */
export function positionOf({ pieces }: PlacedText, offset: number): number {
  const piece = pieces[pieceFrom(pieces, offset)];
  if (piece === undefined) return 0;
  return piece.record + Math.min(Math.max(0, offset - piece.text), piece.length);
}

/** Where the characters from `start` to before `end` of the text stand in the record. */
export function spanOf(placed: PlacedText, start: number, end: number): { start: number; end: number } {
  if (end <= start) return { start: positionOf(placed, start), end: positionOf(placed, start) };
  return { start: positionOf(placed, start), end: positionOf(placed, end - 1) + 1 };
}

/** Text that stands in the record as it is, from `at` on. */
export function placedAt(text: string, at: number): PlacedText {
  return { text, pieces: text === '' ? [] : [{ text: 0, record: at, length: text.length }] };
}

/** Part of a placed text. */
export function slicePlaced({ text, pieces }: PlacedText, start: number, end: number): PlacedText {
  const cut: Piece[] = [];
  for (let index = pieceFrom(pieces, start); index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (piece === undefined || piece.text >= end) break;
    const skipped = Math.max(0, start - piece.text);
    const length = Math.min(piece.length, end - piece.text) - skipped;
    if (length < 0 || (length === 0 && skipped > 0)) continue;
    cut.push({ text: piece.text + skipped - start, record: piece.record + skipped, length });
  }
  return { text: text.slice(start, end), pieces: cut };
}

/** Index of the last piece that starts at or before `offset`, or 0. */
function pieceFrom(pieces: readonly Piece[], offset: number): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pieces[middle]?.text ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** The text without white space around it. */
export function trimPlaced(placed: PlacedText): PlacedText {
  const start = placed.text.length - placed.text.trimStart().length;
  const end = placed.text.trimEnd().length;
  return start === 0 && end === placed.text.length
    ? placed
    : slicePlaced(placed, start, Math.max(start, end));
}

/** Puts placed text together piece by piece. */
export interface PlacedTextBuilder {
  /** Text that stands at `at` in the record; `length` there is another where the record has it escaped. */
  add(text: string, at: number, length?: number): void;
  /** Text that has its places already. */
  append(placed: PlacedText): void;
  /** Text that stands nowhere in the record, such as the blank line between two paragraphs. */
  join(text: string): void;
  readonly length: number;
  build(): PlacedText;
}

/** An empty text. */
export function placedTextBuilder(): PlacedTextBuilder {
  const parts: string[] = [];
  const pieces: Piece[] = [];
  let length = 0;
  return {
    add(text, at, inRecord = text.length) {
      if (text === '') return;
      pieces.push({ text: length, record: at, length: Math.min(text.length, inRecord) });
      parts.push(text);
      length += text.length;
    },
    append(placed) {
      for (const piece of placed.pieces) pieces.push({ ...piece, text: piece.text + length });
      parts.push(placed.text);
      length += placed.text.length;
    },
    join(text) {
      parts.push(text);
      length += text.length;
    },
    get length() {
      return length;
    },
    build: () => ({ text: parts.join(''), pieces }),
  };
}
