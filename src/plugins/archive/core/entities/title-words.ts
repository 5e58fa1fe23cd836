import type { CapitalWord } from './capital-word';
import { ORGANIZATION_WORDS, PLACE_WORDS } from './organization-words';
import { LEADING_TITLES, STRONG_TITLES, TITLE_MODIFIERS } from './titles';

/**
 * How many words from `at` on are a title: 2 for `Maj. Gen. Abbas Ibrahim`, 0 for `General Security`.
 * `inside` says that other words of the chain stand before; then only titles that are nothing else count.
 */
export function titleLength(chain: readonly CapitalWord[], at: number, inside: boolean): number {
  if (!isTitleWord(chain[at]?.lower ?? '')) return 0;
  let length = 0;
  let titled = false;
  let strong = false;
  for (let next = at; next < chain.length && next < at + 5; next++) {
    const word = chain[next];
    if (word === undefined || (next > at && word.link !== 'space')) break;
    const isStrong = STRONG_TITLES.has(word.lower) || isSecretaryGeneral(chain, next);
    const isTitle = isStrong || LEADING_TITLES.has(word.lower);
    if (!isTitle && !TITLE_MODIFIERS.has(word.lower)) break;
    if (isTitle) {
      titled = true;
      length = next - at + 1;
    }
    strong ||= isStrong;
  }
  if (!titled || (inside && !strong)) return 0;
  return standsBeforeName(chain, at, length, strong) ? length : 0;
}

const TITLE_WORDS: ReadonlySet<string> = new Set([...STRONG_TITLES, ...LEADING_TITLES, ...TITLE_MODIFIERS]);

function isTitleWord(word: string): boolean {
  return word.length < 16 && TITLE_WORDS.has(word);
}

/** `Secretary General`: the second word alone is no title. */
function isSecretaryGeneral(chain: readonly CapitalWord[], at: number): boolean {
  return chain[at]?.lower === 'general' && chain[at - 1]?.lower === 'secretary';
}

/** `King County`, `General Electric`, `Prince Albert Road` are names as a whole; a title alone is none. */
function standsBeforeName(
  chain: readonly CapitalWord[],
  at: number,
  length: number,
  strong: boolean,
): boolean {
  const next = chain[at + length];
  if (next === undefined || strong) return true;
  const last = chain.at(-1);
  return ![next.lower, last?.lower ?? ''].some(
    (word) => ORGANIZATION_WORDS.has(word) || PLACE_WORDS.has(word),
  );
}
