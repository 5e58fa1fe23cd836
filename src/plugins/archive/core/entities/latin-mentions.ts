import type { EntityMention } from '../draft-article';
import { bodyCandidates, CandidateBuilder, inHeading } from './body-candidates';
import type { Candidate, KindCue } from './candidate';
import type { CapitalWord, ScannedText } from './capital-word';
import { headingNames } from './heading-names';
import { hyphenPair } from './hyphen-pair';
import { KnownNames } from './known-names';
import { nameRuns, withoutNationality } from './name-run';
import { ORGANIZATION_WORDS, PLACE_WORDS } from './organization-words';
import { LATIN_PLACES } from './places';
import { confidenceOf, isTrusted } from './trust';

/** Mentions in a script with capitals, from the scanned words of `[from, to)`. */
export function latinMentions(
  text: string,
  scanned: ScannedText,
  words: readonly CapitalWord[],
  range: { readonly from: number; readonly to: number },
): EntityMention[] {
  const known = new KnownNames();
  const builder = new CandidateBuilder(text, range.from, range.to, known);
  const runs = nameRuns(words);
  const body = bodyCandidates(text, runs, builder, known);
  known.spreadPersons(body);
  const candidates: Candidate[] = [];
  for (const candidate of body) refine(candidate, known, builder, candidates);
  for (const run of runs) {
    if (!inHeading(run)) continue;
    for (const name of headingNames(text, run.words, known, scanned.lowerForms)) {
      candidates.push(...builder.build(name, false));
    }
  }
  const trusted = candidates.filter((candidate) => isTrusted(candidate, known, scanned.lowerForms));
  return trusted.map((candidate) => mentionOf(candidate, known));
}

function mentionOf(candidate: Candidate, known: KnownNames): EntityMention {
  const { text, start, end } = candidate;
  const cue = strongest(candidate.cue, known.cueOf(candidate.name));
  return { text, kind: cue?.kind ?? null, start, end, confidence: confidenceOf(candidate, cue) };
}

function strongest(own: KindCue | null, known: KindCue | null): KindCue | null {
  return (known?.strength ?? 0) > (own?.strength ?? 0) ? known : own;
}

/** Adds what the text as a whole makes of a candidate: parted at a hyphen, or shorn of a nationality. */
function refine(candidate: Candidate, known: KnownNames, builder: CandidateBuilder, into: Candidate[]): void {
  const { words, first } = candidate;
  const isKnown = (part: readonly CapitalWord[]): boolean => known.isKnown(builder.nameOf(part));
  if (words.length === 1) {
    const pair = hyphenPair(first);
    if (pair !== null && pair.every((half) => isKnown([half]))) {
      for (const half of pair) into.push(...builder.build([half], false));
      return;
    }
    if (isGeneric(first.lower)) return;
  }
  if (isPlaceAndOrdinal(candidate)) {
    into.push(...builder.build(words.slice(0, 1), false), ...builder.build(words.slice(1), false));
    return;
  }
  const rest = withoutNationality(candidate, isKnown);
  if (rest.length === words.length) into.push(candidate);
  else into.push(...builder.build(rest, candidate.titled));
}

const ORDINALS: ReadonlySet<string> = new Set(
  'first second third fourth fifth sixth seventh tenth'.split(' '),
);

/** `Tehran First Orchard Conference`: the place is not part of the name. */
function isPlaceAndOrdinal({ words, first }: Candidate): boolean {
  const second = words[1];
  return (
    words.length > 2 && second !== undefined && ORDINALS.has(second.lower) && LATIN_PLACES.has(first.lower)
  );
}

/** `the Party`, `the University`: what kind of thing, not which. */
function isGeneric(word: string): boolean {
  return ORGANIZATION_WORDS.has(word) || PLACE_WORDS.has(word);
}
