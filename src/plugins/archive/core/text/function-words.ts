/** The commonest small words of languages in Latin script; each is rare in the others of the list. */
const FUNCTION_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'the',
    'of',
    'and',
    'to',
    'was',
    'is',
    'that',
    'for',
    'said',
    'with',
    'on',
    'by',
    'his',
    'had',
    'from',
    'not',
  ],
  fr: [
    'le',
    'les',
    'des',
    'et',
    'une',
    'du',
    'dans',
    'est',
    'pour',
    'sur',
    'qui',
    'au',
    'avec',
    'plus',
    'ont',
    'pas',
  ],
  de: [
    'der',
    'die',
    'und',
    'das',
    'den',
    'von',
    'mit',
    'ist',
    'dem',
    'des',
    'nicht',
    'ein',
    'eine',
    'auf',
    'für',
    'zu',
  ],
  es: [
    'el',
    'los',
    'las',
    'que',
    'del',
    'una',
    'por',
    'con',
    'su',
    'al',
    'es',
    'más',
    'fue',
    'y',
    'pero',
    'según',
  ],
  pt: [
    'os',
    'da',
    'do',
    'das',
    'dos',
    'em',
    'um',
    'uma',
    'não',
    'que',
    'para',
    'com',
    'foi',
    'ao',
    'mais',
    'na',
  ],
  it: [
    'il',
    'di',
    'che',
    'gli',
    'della',
    'del',
    'per',
    'con',
    'sono',
    'non',
    'nel',
    'una',
    'alla',
    'dei',
    'anche',
    'è',
  ],
  nl: [
    'het',
    'een',
    'van',
    'en',
    'dat',
    'zijn',
    'niet',
    'met',
    'voor',
    'op',
    'aan',
    'ook',
    'naar',
    'wordt',
    'door',
    'bij',
  ],
};

const LISTS = Object.entries(FUNCTION_WORDS).map(([language, list]) => ({ language, known: new Set(list) }));

/** Of all words, so many must be a language's small ones before they say anything: prose has 25 to 45 percent. */
const LEAST_SHARE = 0.15;
const FEWEST_WORDS = 5;
const LEAD = 1.5;

/**
 * The language that the small words of a text speak for, null where they speak for none clearly. A few sentences are
 * enough, where letter statistics still err.
 */
export function languageByFunctionWords(text: string): string | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counts = LISTS.map(({ language, known }) => ({
    language,
    count: words.filter((word) => known.has(word)).length,
  }));
  counts.sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  if (!first || first.count < FEWEST_WORDS || first.count < words.length * LEAST_SHARE) return null;
  return first.count >= LEAD * (second?.count ?? 0) ? first.language : null;
}
