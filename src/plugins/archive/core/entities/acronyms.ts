import type { CapitalWord } from './capital-word';
import type { NameRun } from './name-run';

const ARTICLE = /^(?:al|el|as|ad|ar|an|at|ash|az)-/;

/** Whether `short` follows `long` in brackets, or the other way round, and is made of its initials. */
export function isAcronymOf(text: string, earlier: NameRun, later: NameRun): boolean {
  const last = earlier.words.at(-1);
  const first = later.words[0];
  if (last === undefined || first === undefined || first.start - last.end > 4) return false;
  if (!later.words.every((word) => word.allCapitals) && !earlier.words.every((word) => word.allCapitals))
    return false;
  const gap = text.slice(last.end, first.start);
  if (!/^['"”’]? ?\( ?["“]?$/.test(gap)) return false;
  return spells(earlier.words, later.words) || spells(later.words, earlier.words);
}

/** `IRGC` spells `Islamic Revolutionary Guard Corps`: its letters are initials of the words, in order. */
function spells(long: readonly CapitalWord[], short: readonly CapitalWord[]): boolean {
  const acronym = short[0];
  if (acronym === undefined || short.length !== 1 || long.length < 2) return false;
  const letters = acronym.text.replace(/\./g, '').toUpperCase();
  if (!acronym.allCapitals || letters.length < 2 || letters.length > 8) return false;
  let matched = 0;
  for (const word of long) {
    for (const part of word.lower.replace(ARTICLE, '').split('-')) {
      if (letters[matched] === part.charAt(0).toUpperCase()) matched++;
    }
  }
  return matched === letters.length || (letters.length - matched === 1 && matched >= 3);
}
