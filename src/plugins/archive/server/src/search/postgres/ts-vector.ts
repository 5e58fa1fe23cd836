import { INDEX_FIELDS, type IndexDocument } from '../index-document';
import { LABELS } from './ts-query';

/** Fields lie so far apart that no phrase goes from one into the next. */
const GAP = 16;
/** PostgreSQL keeps no greater position, and no more of one word. */
const LAST_POSITION = 16_383;
const MOST_POSITIONS = 256;

/**
 * The text vector of a document, written out: `'harbour':1A,40 'ferry':41 '_s3'`. It is not left to `to_tsvector`,
 * whose parser would cut words by rules of its own. Drafts need no positions.
 */
export function tsVector({ words, tags, published }: IndexDocument): string {
  const places = new Map<string, string[]>();
  let position = 0;
  for (const field of INDEX_FIELDS) {
    const label = LABELS[field] === 'D' ? '' : LABELS[field];
    for (const word of words[field] === '' ? [] : words[field].split(' ')) {
      position += 1;
      const known = places.get(word) ?? [];
      if (known.length === 0) places.set(word, known);
      if (published && position <= LAST_POSITION && known.length < MOST_POSITIONS)
        known.push(`${position}${label}`);
    }
    position += GAP;
  }
  const lexemes = [...places].map(([word, at]) =>
    at.length === 0 ? `'${word}'` : `'${word}':${at.join(',')}`,
  );
  return [...lexemes, ...tags.map((tag) => `'${tag}'`)].join(' ');
}
