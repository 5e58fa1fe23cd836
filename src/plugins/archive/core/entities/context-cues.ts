import type { KindCue, Uncued } from './candidate';
import { foldName } from './fold-name';
import { GROUP_NOUNS } from './organization-words';
import { APPOINTING_VERBS, isRole, isRolePlural, PERSON_VERBS } from './person-words';
import { LATIN_PLACES } from './places';
import { wordAfter, wordBefore, type Neighbour } from './word-around';

const person = (strength: number): KindCue => ({ kind: 'person', strength });
const place = (strength: number): KindCue => ({ kind: 'place', strength });

/** Prepositions before a place, with how far they can be trusted: `to` takes people too. */
const PREPOSITIONS: ReadonlyMap<string, number> = new Map([
  ['in', 0.6],
  ['near', 0.6],
  ['at', 0.45],
  ['from', 0.45],
  ['to', 0.4],
]);
/** What a place stands after with `of`: `the city of Qalun`, `south of Qalun`. */
const PLACE_OF: ReadonlySet<string> = new Set(
  'city town village province region capital district island state south north east west outskirts streets suburb'.split(
    ' ',
  ),
);
/** `and other military leaders`, `along with other singers` */
const AMONG_OTHERS = /^,? ?(?:along with|and|or) other ([a-z]+)(?: ([a-z]+))?(?: ([a-z]+))?/;
const AGE = /^ ?, (?:aged )?\d{1,3} ?(?:,|\.|\()/;
const BORN = /^ ?\( ?(?:born|b\.|c\.|d\.|\d{4} ?[-–] ?\d{4}|[^()]{0,20}\d{4} ?[-–])/;
const NEXT_PLACE = /^ ?, (\p{Lu}[\p{L}.’' -]{1,30}?)(?= ?[,.;)]| and | in | on |$)/u;
const REACH = 48;
/** What follows the space after a name where one of the patterns above can match: it spares most names the patterns. */
const COULD_OPEN_CUE = ',(ao';

/** What stands around a name tells of its kind; the strongest cue, or null. */
export function contextCue(text: string, name: Uncued, from: number, to: number): KindCue | null {
  const before = wordBefore(text, name.start, from);
  const after = wordAfter(text, name.end, to);
  const cues = [
    cueBefore(text, before, name, from),
    cueAfter(text, after, name, to),
    cueBehind(text, name, to),
  ];
  return cues.reduce(
    (best, cue) => (cue !== null && cue.strength > (best?.strength ?? 0) ? cue : best),
    null,
  );
}

function cueBefore(text: string, before: Neighbour, name: Uncued, from: number): KindCue | null {
  if (before.word === '') return null;
  if (before.gap === ' ') {
    if (name.words.length <= 3 && isRole(before.word)) return person(0.65);
    if (name.words.length > 1 && APPOINTING_VERBS.has(before.word)) return person(0.55);
    const trust = PREPOSITIONS.get(before.word.toLowerCase());
    if (trust !== undefined && name.words.length <= 3 && !isAcronym(name)) return place(trust);
    if (before.word === 'of' && PLACE_OF.has(wordBefore(text, before.edge, from).word)) return place(0.75);
  }
  const isList = before.word === 'like' || before.word === 'including' || before.word === 'as';
  if (isList && name.words.length > 1) return listCue(text, before, from);
  return null;
}

/** Acronyms name organizations more often than places: `joined from KGB`. */
function isAcronym(name: Uncued): boolean {
  return name.words.length === 1 && name.first.allCapitals;
}

/** `military leaders like, Yehya ...`, `singers such as ...` */
function listCue(text: string, before: Neighbour, from: number): KindCue | null {
  const earlier = wordBefore(text, before.edge, from);
  const noun = earlier.word === 'such' ? wordBefore(text, earlier.edge, from) : earlier;
  return isRolePlural(noun.word) ? person(0.65) : null;
}

function cueAfter(text: string, after: Neighbour, name: Uncued, to: number): KindCue | null {
  const many = name.words.length > 1 && name.words.length <= 3;
  if (after.gap === ' ') {
    if (many && PERSON_VERBS.has(after.word)) return person(0.65);
    if (GROUP_NOUNS.has(after.word)) return { kind: 'organization', strength: 0.6 };
  }
  if (many && after.word === 'who' && /^ ?, ?$/.test(after.gap)) return person(0.7);
  if (name.last.possessive) return wingCue(text, name, to);
  return null;
}

/** `Hamas’ military wing`: armies and bureaus belong to organizations. */
function wingCue(text: string, name: Uncued, to: number): KindCue | null {
  const behind = text.slice(name.end, Math.min(to, name.end + REACH));
  const hasWing = /^['’]?s? (?:military|political|armed) (?:wing|division|bureau|leader|leaders|office)/.test(
    behind,
  );
  return hasWing ? { kind: 'organization', strength: 0.65 } : null;
}

function cueBehind(text: string, name: Uncued, to: number): KindCue | null {
  if (
    name.words.length > 3 ||
    (!COULD_OPEN_CUE.includes(text.charAt(name.end + 1)) && text[name.end] !== ',')
  )
    return null;
  const behind = text.slice(name.end, Math.min(to, name.end + REACH));
  if (name.words.length > 1) {
    if (BORN.test(behind)) return person(0.8);
    if (AGE.test(behind)) return person(0.75);
    const others = AMONG_OTHERS.exec(behind)?.slice(1) ?? [];
    if (others.some((word?: string) => word !== undefined && isRolePlural(word))) return person(0.65);
  }
  const next = NEXT_PLACE.exec(behind)?.[1];
  return next !== undefined && LATIN_PLACES.has(foldName(next.trimEnd())) ? place(0.7) : null;
}
