import type { Link } from './capital-word';

/** Articles of Arabic names, as they are joined by a hyphen: `al-Assad`, `ad-Din`. */
export const ARABIC_ARTICLES: ReadonlySet<string> = new Set(
  'al el ad as ar an at ash az ed es er en et adh ath ul ud ur'.split(' '),
);

/** Particles that a name may open with in lower case. */
const OPENING: ReadonlySet<string> = new Set('al el bin ibn bint abu umm von'.split(' '));

/** Particles that may stand inside a name in lower case. */
const INSIDE: ReadonlySet<string> = new Set(
  (
    'al el bin ibn bint ben abu umm de del della di da das dos do du des van von der den ter ten la las le los zu zur y e ' +
    'af av i lo st'
  ).split(' '),
);

const ARTICLES: ReadonlySet<string> = new Set('the la las los der den le al el l'.split(' '));

/** Particles of personal names: their presence tells that the name is a person's. */
export const PERSON_PARTICLES: ReadonlySet<string> = new Set(
  'bin ibn bint abu umm ben van von der'.split(' '),
);

/** Whether a lower-case word can open a name: `bin Laden`, `al Qaeda`. */
export function opensName(word: string): boolean {
  return OPENING.has(word);
}

/** How a name goes on through a lower-case word: `Bank | of | England`, `Vincent | van | Gogh`; `none` if it does not. */
export function linkThrough(link: Link, word: string): Link {
  if (word.length > 5) return 'none';
  if (link === 'space') {
    if (word === 'of' || word === 'for') return 'of';
    if (word === 'and') return 'and';
    return INSIDE.has(word) ? 'particle' : 'none';
  }
  return (link === 'of' || link === 'particle') && ARTICLES.has(word) ? link : 'none';
}
