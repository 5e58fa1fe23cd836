import { editDistance } from './edit-distance';
import { placedWords } from './search-words';

interface NameWord {
  /** As a name has it, with its diacritics. */
  readonly written: string;
  names: number;
}

/** The words of known names, folded, in lists of one length each: a near word is looked for in few of them. */
export interface NameWords {
  readonly byLength: ReadonlyMap<number, ReadonlyMap<string, NameWord>>;
}

/** Shorter words are near to too many others. */
const SHORTEST = 4;
/** From so many letters on, two of them may be wrong. */
const LONG = 8;

export function nameWords(names: Iterable<string>): NameWords {
  const byLength = new Map<number, Map<string, NameWord>>();
  for (const name of names) {
    for (const { start, end, folded } of placedWords(name)) {
      const [word = '', ...more] = folded;
      if (more.length > 0 || word.length < SHORTEST) continue;
      const words = byLength.get(word.length) ?? new Map<string, NameWord>();
      const known = words.get(word);
      if (known) known.names += 1;
      else words.set(word, { written: name.slice(start, end), names: 1 });
      byLength.set(word.length, words);
    }
  }
  return { byLength };
}

/**
 * How a name writes what may be a misspelling of it: `salhe` -> `Saleh`. Of words that are equally near the one that
 * most names have; null where the word is right, too short, or near to none.
 */
export function nearestNameWord({ byLength }: NameWords, word: string): string | null {
  if (word.length < SHORTEST || byLength.get(word.length)?.has(word)) return null;
  const most = word.length < LONG ? 1 : 2;
  let best: { distance: number; word: NameWord } | null = null;
  for (let length = word.length - most; length <= word.length + most; length += 1) {
    for (const [candidate, known] of byLength.get(length) ?? []) {
      const distance = editDistance(word, candidate, best?.distance ?? most);
      if (distance > most || (best && distance > best.distance)) continue;
      if (!best || distance < best.distance || known.names > best.word.names)
        best = { distance, word: known };
    }
  }
  return best?.word.written ?? null;
}
