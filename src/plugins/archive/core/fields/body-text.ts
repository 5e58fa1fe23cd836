import { found, type Found } from '../evidence';
import type { Block } from './block';

/** Two lines without a blank line between are two paragraphs where each is this long and ends a sentence. */
const LONG_LINE = 80;
const SENTENCE_END = /[.!?…。؟!?]["'”’»)\]]*$/u;

/** A piece of body text with its place; the first paragraph may begin after a dateline. */
export type Paragraph = Pick<Block, 'text' | 'start' | 'end' | 'blankBefore'>;

/**
 * Joins paragraphs into plain text with one blank line between; short lines that stand together (results, verses,
 * list items) stay together, one below the other.
 */
export function bodyOf(paragraphs: readonly Paragraph[], rule: string, confidence: number): Found | null {
  const [first] = paragraphs;
  const last = paragraphs.at(-1);
  if (first === undefined || last === undefined) return null;
  let text = first.text;
  for (let index = 1; index < paragraphs.length; index += 1) {
    const [above, below] = [paragraphs[index - 1], paragraphs[index]];
    if (above !== undefined && below !== undefined)
      text += (areParted(above, below) ? '\n\n' : '\n') + below.text;
  }
  return found(text, { start: first.start, end: last.end }, rule, confidence);
}

function areParted(above: Paragraph, below: Paragraph): boolean {
  if (below.blankBefore > 0) return true;
  return isSentence(above.text) && isSentence(below.text);
}

function isSentence(text: string): boolean {
  return text.length >= LONG_LINE && SENTENCE_END.test(text.slice(-8));
}
