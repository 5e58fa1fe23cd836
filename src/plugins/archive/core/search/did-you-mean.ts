import { nearestNameWord, type NameWords } from './name-words';
import { placedWords } from './search-words';

const OPERATORS: ReadonlySet<string> = new Set(['AND', 'OR', 'NOT']);
/** Of a long query no more is looked at. */
const MOST_WORDS = 8;

/**
 * The query with its misspelt names put right and all else left as it was typed: `title:"Rima Salhe" OR port` becomes
 * `title:"Rima Saleh" OR port`. Null where there is nothing to put right.
 */
export function didYouMean(query: string, names: NameWords): string | null {
  let written = '';
  let end = 0;
  let words = 0;
  for (const word of placedWords(query)) {
    const text = query.slice(word.start, word.end);
    const next = query[word.end];
    // `title:` names a field, and `harb*` is the beginning of whatever one wants.
    if (OPERATORS.has(text) || next === ':' || next === '*') continue;
    words += 1;
    if (words > MOST_WORDS) break;
    const [folded = '', ...more] = word.folded;
    const right = more.length === 0 ? nearestNameWord(names, folded) : null;
    if (right === null) continue;
    written += query.slice(end, word.start) + right;
    end = word.end;
  }
  return end === 0 ? null : written + query.slice(end);
}
