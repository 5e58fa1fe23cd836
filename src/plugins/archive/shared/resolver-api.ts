/** An article that an old link or ID leads to. */
export interface ResolvedArticle {
  readonly contentType: string;
  readonly documentId: string;
  readonly locale: string | null;
  readonly slug: string | null;
  /** Where readers find it. */
  readonly url: string;
  /** The spelling of the address, or the ID, under which it was known. */
  readonly key: string;
}

/** `GET /archive/resolve`. */
export type Resolution =
  | { readonly outcome: 'found'; readonly article: ResolvedArticle }
  /** The ID is known in several eras, or for several articles: name the era. */
  | { readonly outcome: 'ambiguous'; readonly articles: readonly ResolvedArticle[] }
  | { readonly outcome: 'withdrawn' | 'erased'; readonly reason: string; readonly since: string }
  | { readonly outcome: 'not-found' };
