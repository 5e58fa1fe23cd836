import type { EntityMention } from '../draft-article';
import * as Class from './character-classes';
import { foldName } from './fold-name';
import { ARABIC_PLACES, LATIN_PLACES } from './places';

const PARTS = /[,،;/()|–—-]| and | و/;

/**
 * Places of a dateline: `Riyadh`, `BEIRUT, Reuters`, `Cairo and Amman`. The first part is a place because of where it
 * stands; further parts only where they are known places, for they may be agencies, authors or dates.
 */
export function datelineMentions(
  text: string,
  from: number,
  to: number,
  dateline: string | null,
  ignore: readonly string[],
): EntityMention[] {
  if (dateline === null || dateline.trim() === '') return [];
  const at = text.indexOf(dateline, from);
  if (at < 0 || at + dateline.length > to) return [];
  const ignored = new Set(ignore.map(foldName));
  const mentions: EntityMention[] = [];
  let next = at;
  for (const part of dateline.split(PARTS)) {
    const name = part.trim();
    const start = text.indexOf(name, next);
    next = start + name.length;
    const isPlace = name !== '' && (start === at || isKnownPlace(name));
    if (!isPlace || ignored.has(foldName(name)) || !isWhole(text, start, next)) continue;
    mentions.push({ text: name, kind: 'place', start, end: next, confidence: 0.95 });
  }
  return mentions;
}

function isKnownPlace(name: string): boolean {
  const key = foldName(name);
  return LATIN_PLACES.has(key) || ARABIC_PLACES.has(key);
}

function isWhole(text: string, start: number, end: number): boolean {
  const isWord = (at: number): boolean =>
    at >= 0 && at < text.length && Class.isWordClass(Class.classOf(text.charCodeAt(at)));
  return !isWord(start - 1) && !isWord(end);
}
