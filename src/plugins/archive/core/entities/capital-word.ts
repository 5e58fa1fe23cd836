/** How a capitalised word hangs on the one before it. */
export type Link = 'none' | 'space' | 'of' | 'and' | 'particle';

/** One capitalised word of the text, without possessive: `al-Assad`, `U.S.`, `Ba’ath`, `Hamas-Iran`. */
export interface CapitalWord {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly link: Link;
  /** First of a sentence, a line, a quotation or a bracket. */
  readonly opens: boolean;
  /** `’s` or `s’` follows. */
  readonly possessive: boolean;
  /** Cut off a compound (`Hamas-backed`): nothing can follow in the same name. */
  readonly compound: boolean;
  /** Two capital letters or more and no lower-case ones. */
  readonly allCapitals: boolean;
  /** Stands in a headline or a line of capitals, where capital letters prove nothing. */
  heading: boolean;
}

/** What one scan over the text yields. */
export interface ScannedText {
  readonly words: readonly CapitalWord[];
  /** Every word that the text has in lower case. */
  readonly lowerForms: ReadonlySet<string>;
  readonly hasArabic: boolean;
}
