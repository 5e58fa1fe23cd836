/** What feeds are made from: one page of a search. */
export interface Feed {
  readonly title: string;
  /** Address of the feed itself. */
  readonly self: string;
  /** Address of the next page; null on the last one. */
  readonly next: string | null;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  readonly uri: string;
  readonly title: string;
  /** HTML, escaped already but for `<mark>`. */
  readonly excerptHtml: string;
  readonly byline: string | null;
  readonly language: string | null;
  readonly section: string | null;
  /** A whole day, `2005-07-14`; null where the date is not known to the day. */
  readonly day: string | null;
  /** When the article was changed last, ISO 8601 in UTC. */
  readonly changed: string;
}

/** When the newest change was; the beginning of time for a feed without entries, since it must say something. */
export function feedChanged({ entries }: Feed): string {
  return entries.reduce((last, { changed }) => (changed > last ? changed : last), '1970-01-01T00:00:00.000Z');
}
