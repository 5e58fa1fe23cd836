/** Parts of an article that a query can name: `title:harbour`, `byline:"Rima Saleh"`, `body:dredg*`. */
export const QUERY_FIELDS = ['title', 'byline', 'body'] as const;
export type QueryField = (typeof QUERY_FIELDS)[number];

/** One or more words that follow each other; `prefix` lets the last one go on. `field` is null for anywhere. */
export interface QueryWords {
  readonly is: 'words';
  readonly words: readonly [string, ...string[]];
  readonly prefix: boolean;
  readonly field: QueryField | null;
}

/** What a query means. Words are folded already and hold letters, marks and digits only. */
export type QueryNode =
  | QueryWords
  | { readonly is: 'and' | 'or'; readonly parts: readonly QueryNode[] }
  | { readonly is: 'not'; readonly part: QueryNode };

/** What was wrong with a query, and where: UTF-16 units of the query. */
export interface QueryProblem {
  readonly code: (typeof QUERY_PROBLEMS)[number];
  readonly start: number;
  readonly end: number;
}

export const QUERY_PROBLEMS = [
  /** Longer than `QUERY_LIMITS.length`; nothing was read. */
  'query-too-long',
  /** More than `QUERY_LIMITS.terms` words and phrases. */
  'too-many-terms',
  /** Parentheses deeper than `QUERY_LIMITS.depth`. */
  'too-deep',
  /** `ab*`: too many words begin so. */
  'prefix-too-short',
  /** A quotation mark without a second one: the phrase was taken to go on to the end. */
  'unbalanced-quote',
  /** A parenthesis without its other half: it was closed at the end, or left out. */
  'unbalanced-parenthesis',
  /** AND, OR or NOT with nothing to join: left out. */
  'dangling-operator',
  /** An asterisk without a word before it: left out. */
  'lone-wildcard',
  /** No word at all. */
  'nothing-to-search',
] as const;

/** Problems for which a query is refused; the others were mended. */
export const FATAL_PROBLEMS: ReadonlySet<QueryProblem['code']> = new Set([
  'query-too-long',
  'too-many-terms',
  'too-deep',
  'prefix-too-short',
]);

export const QUERY_LIMITS = { length: 512, terms: 40, depth: 8, prefix: 2 } as const;

export interface ParsedQuery {
  /** Null where there is nothing to search for, or where a problem is fatal. */
  readonly root: QueryNode | null;
  readonly problems: readonly QueryProblem[];
}
