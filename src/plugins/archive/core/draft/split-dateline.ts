import { ARABIC_PLACES, LATIN_PLACES } from '../entities/places';
import { foldName } from '../entities/fold-name';
import { found, type Found } from '../evidence';
import type { Paragraph } from '../fields/body-text';
import { datelineOf } from '../fields/dateline';
import { locateInBlock, positionInRecord } from '../fields/locate';

export interface SplitBody {
  readonly dateline: Found | null;
  /** The paragraphs without the dateline. */
  readonly paragraphs: readonly Paragraph[];
}

/** Takes the dateline off the first paragraph, where it has one. */
export function splitDateline(
  recordText: string,
  paragraphs: readonly Paragraph[],
  separators: readonly string[],
): SplitBody {
  const [first, ...others] = paragraphs;
  const split = first === undefined ? null : datelineOf(first.text, { separators, isKnownPlace });
  if (first === undefined || split === null) return { dateline: null, paragraphs };
  const text = first.text.slice(split.bodyAt).trimStart();
  const start = positionInRecord(recordText, first, split.bodyAt);
  const rule = `dateline:${split.separator.trim()}`;
  const confidence = separators.length > 0 ? 0.95 : 0.8;
  return {
    dateline: found(split.place, locateInBlock(recordText, first, split.place), rule, confidence),
    paragraphs: [{ ...first, text, start }, ...others],
  };
}

function isKnownPlace(place: string): boolean {
  const folded = foldName(place);
  return LATIN_PLACES.has(folded) || ARABIC_PLACES.has(folded);
}
