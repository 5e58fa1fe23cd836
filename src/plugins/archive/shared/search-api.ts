/** One article that a search found. Texts that end in `Html` are escaped, with `<mark>` around what was sought. */
export interface FoundArticle {
  readonly documentId: string;
  readonly locale: string | null;
  readonly slug: string | null;
  readonly title: string;
  readonly titleHtml: string;
  readonly excerptHtml: string;
  readonly byline: string | null;
  readonly section: string | null;
  readonly dateEdtf: string | null;
  readonly dateEarliest: string | null;
  readonly dateLatest: string | null;
  readonly dateBasis: string | null;
  readonly legacyId: string | null;
  /** ISO 8601 in UTC. */
  readonly changedAt: string;
  /** By relevance only; greater is better, and comparable within one search. */
  readonly score: number | null;
}

export const FACETS = ['source', 'era', 'entity', 'section', 'locale', 'media', 'undated'] as const;
export type Facet = (typeof FACETS)[number];

export interface FacetValue {
  /** What to send as the filter of the same name. */
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** `GET /api/archive/search` */
export interface SearchAnswer {
  readonly data: readonly FoundArticle[];
  readonly meta: {
    /** `exact` is false where counting stopped: there are at least so many. */
    readonly total: { readonly value: number; readonly exact: boolean };
    /** To be sent as `cursor` for the next page; null on the last one. */
    readonly next: string | null;
    /** Counted over `counted` articles; over all that were found where `exact`. */
    readonly facets: {
      readonly counted: number;
      readonly exact: boolean;
      readonly values: Readonly<Partial<Record<Facet, readonly FacetValue[]>>>;
    } | null;
    /** Where little was found: the query with its misspelt names put right, if that finds more; else null. */
    readonly didYouMean: string | null;
    /** What was mended in the query, and where in it. */
    readonly problems: readonly { readonly code: string; readonly start: number; readonly end: number }[];
  };
}

export type TimelineUnit = 'year' | 'month' | 'day';

/** `GET /api/archive/timeline` */
export interface TimelineAnswer {
  /** Only articles that certainly lie within one year (month, day); empty ones are left out. */
  readonly data: readonly { readonly date: string; readonly count: number }[];
  readonly meta: {
    readonly by: TimelineUnit;
    /** Articles whose date may lie in more than one year (month, day). */
    readonly uncertain: number;
    /** Articles without any date. */
    readonly undated: number;
    readonly problems: SearchAnswer['meta']['problems'];
  };
}
