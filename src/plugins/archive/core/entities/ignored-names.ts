import type { CapitalWord } from './capital-word';
import { foldName } from './fold-name';

/** Takes out the words of names that are not wanted, such as the paper's own; no name reaches across the hole. */
export function withoutIgnored(
  words: readonly CapitalWord[],
  ignore: readonly string[],
): readonly CapitalWord[] {
  const names = ignore
    .map((name) =>
      foldName(name)
        .split(' ')
        .filter((part) => part !== ''),
    )
    .filter((name) => name.length > 0);
  if (names.length === 0) return words;
  const kept: CapitalWord[] = [];
  let hole = false;
  for (let at = 0; at < words.length; ) {
    const skip = Math.max(...names.map((name) => matchLength(words, at, name)));
    const word = words[at];
    if (word !== undefined && skip === 0) kept.push(hole ? { ...word, link: 'none' } : word);
    hole = skip > 0;
    at += Math.max(1, skip);
  }
  return kept;
}

/** How many words from `at` on spell the name: `Asharq Al-Awsat` is two words and three parts. */
function matchLength(words: readonly CapitalWord[], at: number, name: readonly string[]): number {
  let part = 0;
  for (let next = at; next < words.length; next++) {
    const word = words[next];
    if (
      word === undefined ||
      (next > at && word.link === 'none') ||
      (part === 0 && word.lower[0] !== name[0]?.[0])
    )
      return 0;
    for (const own of foldName(word.text).split(' ')) if (own !== name[part++]) return 0;
    if (part === name.length) return next - at + 1;
  }
  return 0;
}
