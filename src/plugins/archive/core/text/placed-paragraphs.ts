import { isFull, wrapWidthOf } from '../fields/wrap-width';
import { linesOf, type Line } from './lines';
import { placedTextBuilder, slicePlaced, type PlacedText } from './placed-text';

/** Spaces that set the first line of a paragraph off from the lines before it. */
const INDENT = 2;
/** In characters; a longer line was not wrapped by hand or by a terminal. */
const LONGEST_WRAPPED = 100;

/**
 * Plain text with its paragraphs parted by one blank line, its places kept. A blank line or an indented line starts
 * one; lines wrapped at a fixed width are joined. Other line ends are breaks inside a paragraph where blank lines part
 * paragraphs, and otherwise part them themselves.
 */
export function placedParagraphs(placed: PlacedText): PlacedText {
  const lines = linesOf(placed.text);
  const width = wrapWidthOf(lines);
  const lineEnd = hasIndents(lines) ? ' ' : hasBlankLines(lines) ? '\n' : '\n\n';
  const builder = placedTextBuilder();
  let before: Line | null = null;
  for (const line of lines) {
    if (line.text !== '') {
      if (builder.length > 0) builder.join(between(before, line, width, lineEnd));
      builder.append(slicePlaced(placed, line.start, line.end));
    }
    before = line;
  }
  return builder.build();
}

function hasBlankLines(lines: readonly Line[]): boolean {
  const first = lines.findIndex(({ text }) => text !== '');
  const last = lines.findLastIndex(({ text }) => text !== '');
  return lines.slice(first, last).some(({ text }) => text === '');
}

/** Short lines at the margin, and here and there one that is set off: then all others go on. */
function hasIndents(lines: readonly Line[]): boolean {
  const filled = lines.filter(({ text }) => text !== '');
  const atMargin = filled.filter(({ indent }) => indent === 0).length;
  const setOff = filled.slice(1).filter(({ indent }) => indent >= INDENT).length;
  return setOff > 0 && atMargin > setOff && filled.every(({ text }) => text.length <= LONGEST_WRAPPED);
}

function between(before: Line | null, line: Line, width: number | null, lineEnd: string): string {
  if (before === null || before.text === '' || line.indent >= before.indent + INDENT) return '\n\n';
  return width !== null && isFull(before, line, width) ? ' ' : lineEnd;
}
