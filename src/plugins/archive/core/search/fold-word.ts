/** An Arabic word without its article must keep so many letters: `الله` stays whole, `المدينة` becomes `مدينه`. */
const LEAST_REST = 3;
/** The article alone, and with the particles that are written onto it. The longer ones first. */
const ARTICLES = ['وبال', 'وال', 'بال', 'كال', 'فال', 'ولل', 'ال', 'لل'];
const CARRIERS: ReadonlyMap<string, string> = new Map([
  ['ؤ', 'و'],
  ['ئ', 'ي'],
  ['ء', ''],
]);

/**
 * The last step from a folded word (see `fold`) to the form that the index holds: no possessive, no apostrophes;
 * Arabic without hamza and without the article. Empty where nothing is left to search for.
 */
export function foldWord(word: string): string {
  const plain = word.includes("'") ? word.replace(/'s$/, '').replaceAll("'", '') : word;
  return isArabic(plain.charCodeAt(0)) ? withoutArticle(plain.replace(/[ؤئء]/g, bareCarrier)) : plain;
}

function isArabic(unit: number): boolean {
  return unit >= 0x0600 && unit <= 0x06ff;
}

function bareCarrier(letter: string): string {
  return CARRIERS.get(letter) ?? letter;
}

function withoutArticle(word: string): string {
  const article = ARTICLES.find((one) => word.startsWith(one) && word.length - one.length >= LEAST_REST);
  return article === undefined ? word : word.slice(article.length);
}
