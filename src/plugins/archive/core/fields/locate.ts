import type { Span } from '../span';
import type { Block } from './block';

type Placed = Pick<Block, 'text' | 'start' | 'end'>;

/** The earliest place in the text of any of the spellings: as they are, or else in other letter case. */
export function locateSpelling(text: string, spellings: readonly string[]): Span | null {
  return earliest(text, spellings) ?? earliestInLowerCase(text, spellings);
}

/** Where `value` stands in the record, line ends and runs of blanks inside it included; the whole block if nowhere. */
export function locateInBlock(recordText: string, block: Placed, value: string): Span {
  const at = value === '' ? -1 : block.text.indexOf(value);
  if (at < 0) return { start: block.start, end: block.end };
  const start = positionInRecord(recordText, block, at);
  return { start, end: positionInRecord(recordText, block, at + value.trimEnd().length - 1) + 1 };
}

/**
 * The position in the record of the character at `offset` of a block's text. Between the two only white space
 * differs, so the characters that are none are counted.
 */
export function positionInRecord(recordText: string, block: Placed, offset: number): number {
  let wanted = 0;
  for (let at = 0; at < offset; at += 1) if (!isBlank(block.text, at)) wanted += 1;
  let position = block.start;
  while (position < block.end && (wanted > 0 || isBlank(recordText, position))) {
    if (!isBlank(recordText, position)) wanted -= 1;
    position += 1;
  }
  return position;
}

function isBlank(text: string, at: number): boolean {
  return text.charAt(at).trim() === '';
}

function earliest(text: string, spellings: readonly string[]): Span | null {
  let best: Span | null = null;
  for (const spelling of spellings) {
    const start = text.indexOf(spelling);
    if (start < 0) continue;
    const end = start + spelling.length;
    if (best === null || start < best.start || (start === best.start && end > best.end))
      best = { start, end };
  }
  return best;
}

/** Lower case changes the length of a few letters (`İ`); then positions would be wrong and nothing is found. */
function earliestInLowerCase(text: string, spellings: readonly string[]): Span | null {
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return null;
  return earliest(
    lower,
    spellings.map((spelling) => spelling.toLowerCase()),
  );
}
