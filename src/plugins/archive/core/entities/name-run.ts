import { CALENDAR_WORDS, NAMESAKE_MONTHS } from './calendar-words';
import type { CapitalWord } from './capital-word';
import { isNationality } from './nationalities';
import { OF_HEADS } from './organization-words';
import { LATIN_PLACES } from './places';
import { NEVER_NAMES, SENTENCE_STARTERS } from './sentence-starters';
import { titleLength } from './title-words';

/** Capitalised words that hang together and may be one name. */
export interface NameRun {
  readonly words: readonly CapitalWord[];
  /** A title stood right before the first word. */
  readonly titled: boolean;
}

const LONGEST_RUN = 10;

/** Groups the words of a text into runs, parted at titles, months, pronouns and connectors that join no name. */
export function nameRuns(words: readonly CapitalWord[]): NameRun[] {
  const runs: NameRun[] = [];
  let open: CapitalWord[] = [];
  for (const word of words) {
    if (open.length > 0 && !joins(open, word)) {
      partRun(open, runs);
      open = [];
    }
    open.push(word);
  }
  partRun(open, runs);
  return runs;
}

function joins(open: readonly CapitalWord[], word: CapitalWord): boolean {
  const last = open.at(-1);
  if (word.link === 'none' || last === undefined || last.compound) return false;
  if (word.link === 'space' || word.link === 'particle') return true;
  if (word.link === 'and' && LATIN_PLACES.has(`${last.lower} and ${word.lower}`)) return true;
  if (word.link === 'of') return OF_HEADS.has(last.lower) || (open.length > 1 && hasOfHead(open.slice(-3)));
  return open.length > 1 && open.length < LONGEST_RUN && open.some((earlier) => earlier.link === 'of');
}

function hasOfHead(words: readonly CapitalWord[]): boolean {
  return words.some((word) => word.link !== 'none' && OF_HEADS.has(word.lower));
}

/** Parts one chain of words at what cannot stand inside a name, and keeps the rest. */
function partRun(chain: readonly CapitalWord[], runs: NameRun[]): void {
  let open: CapitalWord[] = [];
  let titled = false;
  const close = (nextTitled: boolean): void => {
    if (open.length > 0) runs.push({ words: open, titled });
    open = [];
    titled = nextTitled;
  };
  for (let at = 0; at < chain.length; at++) {
    const word = chain[at];
    if (word === undefined) break;
    const title = titleLength(chain, at, open.length > 0);
    if (title > 0) {
      close(true);
      at += title - 1;
    } else if (breaksName(chain, at, open.length)) close(false);
    else open.push(word);
  }
  close(false);
}

function breaksName(chain: readonly CapitalWord[], at: number, before: number): boolean {
  const word = chain[at];
  if (word === undefined) return true;
  if (NEVER_NAMES.has(word.lower)) return true;
  if (CALENDAR_WORDS.has(word.lower))
    return !(NAMESAKE_MONTHS.has(word.lower) && before > 0 && at === chain.length - 1);
  const opensSentence = word.opens || (before === 0 && at > 0 && chain[at - 1]?.opens === true);
  return opensSentence && SENTENCE_STARTERS.has(word.lower) && !isPlacePair(chain, at);
}

/** `New Delhi`, `South Africa` open a sentence with a word that opens many. */
function isPlacePair(chain: readonly CapitalWord[], at: number): boolean {
  const word = chain[at];
  const next = chain[at + 1];
  if (word === undefined || next === undefined) return false;
  return NAME_OPENERS.has(word.lower) || LATIN_PLACES.has(`${word.lower} ${next.lower}`);
}

/** Words that open sentences and names alike; before a further capital they belong to the name. */
const NAME_OPENERS: ReadonlySet<string> = new Set(
  'new old great high low big long st national international state'.split(' '),
);

/** Drops nationalities around a name that is known without them (`Palestinian Hamas`), and bare ones altogether. */
export function withoutNationality(
  run: { readonly words: readonly CapitalWord[] },
  isKnown: (words: readonly CapitalWord[]) => boolean,
): readonly CapitalWord[] {
  let first = 0;
  while (first < run.words.length && isNationality(run.words[first]?.lower ?? '')) first++;
  if (first === run.words.length) return [];
  if (first === 0) return run.words;
  const rest = run.words.slice(first);
  return isKnown(rest) ? rest : run.words;
}
