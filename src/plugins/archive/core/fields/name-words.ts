/** Words inside a name or a place that are not capitalised: `Simone de Beauvoir`, `Izz ad-Din al-Qassam`. */
const PARTICLES: ReadonlySet<string> = new Set(
  'al el ad as ar an at az ash bin ibn bint abu umm van von der den de del della di da do dos das du la le les ter ten zu zur af av y e and und et of'.split(
    ' ',
  ),
);
const CAPITAL = /^[('"“‘]?(?:(?:al|el|ad|as|ar|an|at|az|ash|d|l|o)[-'’])?\p{Lu}/u;
const CASELESS = /^[\p{Lo}\p{M}]/u;

/** Whether a word could be part of a proper name: capitalised, caseless (Arabic, CJK), or a particle between. */
export function isNameWord(word: string): boolean {
  return CAPITAL.test(word) || CASELESS.test(word) || PARTICLES.has(word.toLowerCase());
}

/** Whether the text is written in capitals only, as datelines often are. */
export function isAllCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

export function isCaseless(text: string): boolean {
  return CASELESS.test(text);
}

export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
