import type { Candidate, KindCue } from './candidate';
import type { KnownNames } from './known-names';
import { SENTENCE_STARTERS } from './sentence-starters';

/** Whether a candidate is a mention at all: a single word needs more than a capital letter. */
export function isTrusted(candidate: Candidate, known: KnownNames, lowerForms: ReadonlySet<string>): boolean {
  const { first } = candidate;
  if (candidate.words.length > 1 || candidate.titled || candidate.name.isPlace) return true;
  if (first.text.length === 1 || SENTENCE_STARTERS.has(first.lower)) return false;
  if (first.allCapitals) return !ROMAN.test(first.text);
  if (lowerForms.has(first.lower)) return false;
  if (!candidate.doubtful) return true;
  return known.isKnown(candidate.name);
}

const ROMAN = /^[IVX]+$/;

/** From the form of the name (one word 0.4, several 0.6), repetition, and the cue for its kind. At most 0.95. */
export function confidenceOf(candidate: Candidate, cue: KindCue | null): number {
  let form = candidate.words.length > 1 ? 0.6 : 0.4;
  if (candidate.name.count > 1) form += 0.1;
  if (candidate.first.heading) form -= 0.1;
  const confidence = cue === null ? form : Math.max(form, cue.strength);
  return Math.round(Math.min(confidence, 0.95) * 100) / 100;
}
