import { found, type Found } from '../../evidence';
import type { Span } from '../../span';
import type { StatedText } from '../../stated-article';
import { placedParagraphs } from '../../text/placed-paragraphs';
import { placedAt, placedTextBuilder, trimPlaced } from '../../text/placed-text';

/** What stands in a stretch of the record, in one line; null where there is nothing. */
export function foundBetween(text: string, at: Span | undefined, rule: string, confidence = 1): Found | null {
  if (at === undefined) return null;
  const value = text.slice(at.start, at.end).replace(/\s+/g, ' ').trim();
  return value === '' ? null : found(value, at, rule, confidence);
}

/** A headline in one line, with its places. */
export function lineBetween(
  text: string,
  at: Span | undefined,
  rule: string,
  confidence = 1,
): StatedText | null {
  if (at === undefined) return null;
  const builder = placedTextBuilder();
  for (const word of text.slice(at.start, at.end).matchAll(/\S+/g)) {
    if (builder.length > 0) builder.join(' ');
    builder.add(word[0], at.start + word.index);
  }
  const placed = builder.build();
  return placed.text === '' ? null : { placed, evidence: { ...at, rule, confidence } };
}

/** Paragraphs of several stretches, one behind the other. */
export function bodyBetween(
  text: string,
  spans: readonly (Span | undefined)[],
  rule: string,
): StatedText | null {
  const filled = spans.filter((one) => one !== undefined);
  const [first] = filled;
  const last = filled.at(-1);
  const builder = placedTextBuilder();
  for (const { start, end } of filled) {
    const part = placedParagraphs(trimPlaced(placedAt(text.slice(start, end), start)));
    if (part.text === '') continue;
    if (builder.length > 0) builder.join('\n\n');
    builder.append(part);
  }
  const placed = builder.build();
  if (placed.text === '' || first === undefined || last === undefined) return null;
  return {
    placed,
    evidence: { start: first.start, end: Math.max(first.end, last.end), rule, confidence: 1 },
  };
}
