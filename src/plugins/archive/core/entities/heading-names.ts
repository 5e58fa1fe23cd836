import type { CapitalWord } from './capital-word';
import type { KnownNames } from './known-names';
import { isNationality } from './nationalities';
import { ORGANIZATION_WORDS } from './organization-words';

const LONGEST_NAME = 6;

/**
 * Names in a headline, where every word has a capital: only what the text elsewhere knows as a name.
 * `Hamas Leaders Meet Baath Party` -> `Hamas`, `Baath Party`.
 */
export function headingNames(
  text: string,
  words: readonly CapitalWord[],
  known: KnownNames,
  lowerForms: ReadonlySet<string>,
): CapitalWord[][] {
  const names: CapitalWord[][] = [];
  let at = 0;
  while (at < words.length) {
    const length = longestName(text, words, at, known, lowerForms);
    if (length > 0) names.push(words.slice(at, at + length));
    at += Math.max(1, length);
  }
  return names;
}

function longestName(
  text: string,
  words: readonly CapitalWord[],
  at: number,
  known: KnownNames,
  lowerForms: ReadonlySet<string>,
): number {
  const first = words[at];
  if (first === undefined || !known.hasToken(first.text)) return 0;
  let best = 0;
  for (let next = at; next < words.length && next < at + LONGEST_NAME; next++) {
    const word = words[next];
    if (word === undefined || !known.hasToken(word.text)) break;
    const name = known.entry(text.slice(first.start, word.end));
    const isBareWord = next === at && (lowerForms.has(word.lower) || isNationality(word.lower));
    const isOrganization = next > at && ORGANIZATION_WORDS.has(word.lower) && !lowerForms.has(first.lower);
    if ((known.isKnown(name) && !isBareWord) || isOrganization) best = next - at + 1;
  }
  return best;
}
