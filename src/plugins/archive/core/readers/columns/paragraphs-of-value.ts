import { isFull, opensItem, wrapWidthOf } from '../../fields/wrap-width';
import { linesOf, type Line } from '../../text/lines';
import { placedTextBuilder, slicePlaced, trimPlaced, type PlacedText } from '../../text/placed-text';

/** From this length on, a line that ends a sentence is a paragraph of its own. */
const LONG_LINE = 80;
const SENTENCE_END = /[.!?…。؟]["'”’»)\]]*$/u;

/**
 * A plain text as a body: paragraphs parted by one blank line, lines that were wrapped at a fixed width joined again,
 * short lines that stand together (verses, results) kept together.
 */
export function paragraphsOfValue(placed: PlacedText): PlacedText {
  if (!/[\n\r\f\u0085\u2028\u2029]/.test(placed.text)) return trimPlaced(placed);
  const lines = linesOf(placed.text);
  const width = wrapWidthOf(lines);
  const builder = placedTextBuilder();
  let last: Line | null = null;
  let blank = false;
  for (const line of lines) {
    if (line.text === '') {
      blank = true;
      continue;
    }
    if (last !== null) builder.join(blank ? '\n\n' : joint(last, line, width));
    builder.append(slicePlaced(placed, line.start, line.end));
    [last, blank] = [line, false];
  }
  return builder.build();
}

function joint(above: Line, below: Line, width: number | null): string {
  if (width !== null && !opensItem(below) && isFull(above, below, width)) return ' ';
  return isSentence(above) && isSentence(below) ? '\n\n' : '\n';
}

function isSentence({ text }: Line): boolean {
  return text.length >= LONG_LINE && SENTENCE_END.test(text.slice(-8));
}
