import type { CapitalWord } from './capital-word';

const HYPHEN = /[-‐‑]/;

/** The halves of `Hamas-Iran`, or null where the word is no pair of two capitalised halves. */
export function hyphenPair(word: CapitalWord): readonly [CapitalWord, CapitalWord] | null {
  const hyphen = word.text.search(HYPHEN);
  if (hyphen <= 0 || HYPHEN.test(word.text.slice(hyphen + 1))) return null;
  const left = word.text.slice(0, hyphen);
  const right = word.text.slice(hyphen + 1);
  if (right.charAt(0) === right.charAt(0).toLowerCase()) return null;
  return [
    { ...word, ...half(left, word.start), possessive: false, compound: true },
    { ...word, ...half(right, word.start + hyphen + 1), link: 'none', opens: false },
  ];
}

function half(text: string, start: number): Pick<CapitalWord, 'text' | 'lower' | 'start' | 'end'> {
  return { text, lower: text.toLowerCase(), start, end: start + text.length };
}
