import type { DateCandidate } from './dates/choose-date';
import type { Evidence } from './evidence';
import type { Issue } from './issue';
import type { ParseOutcome } from './outcome';

/** Where a publication date was taken from, best first. */
export const DATE_BASES = ['printed', 'metadata', 'url', 'inferred', 'era', 'unknown'] as const;
export type DateBasis = (typeof DATE_BASES)[number];

/** The article's own fields; null where the record does not tell. */
export interface ArticleFields {
  readonly title: string | null;
  /** Plain text, paragraphs parted by one blank line. */
  readonly body: string | null;
  readonly kicker: string | null;
  readonly standfirst: string | null;
  readonly byline: string | null;
  readonly dateline: string | null;
  readonly section: string | null;
  /** The date as it stood in the record. */
  readonly dateText: string | null;
  /** EDTF (ISO 8601-2), such as `2016-07-14`, `2016-07~`, `2005/2017`, `XXXX`. */
  readonly dateEdtf: string | null;
  readonly dateBasis: DateBasis | null;
  /** BCP 47. */
  readonly language: string | null;
  readonly legacyId: string | null;
  readonly legacyUrl: string | null;
}

export type ArticleField = keyof ArticleFields;

export const NO_FIELDS: ArticleFields = {
  title: null,
  body: null,
  kicker: null,
  standfirst: null,
  byline: null,
  dateline: null,
  section: null,
  dateText: null,
  dateEdtf: null,
  dateBasis: null,
  language: null,
  legacyId: null,
  legacyUrl: null,
};

/** A picture or other media that the record speaks of. */
export interface MediaMention {
  readonly legacyId: string | null;
  readonly caption: string | null;
  readonly credit: string | null;
  readonly url: string | null;
  /** What it shows, for those who cannot see it. */
  readonly alternativeText: string | null;
}

export const ENTITY_KINDS = ['person', 'organization', 'place', 'event', 'work', 'other'] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** One surface form of an entity, in UTF-16 units of the decoded record. */
export interface EntityMention {
  readonly text: string;
  readonly kind: EntityKind | null;
  readonly start: number;
  readonly end: number;
  /** 0 to 1. */
  readonly confidence: number;
  /** The title before it, as printed: `Maj. Gen.`. */
  readonly title?: string;
  /** The longer name that it stands for in this article: an acronym's long form, a surname's full name. */
  readonly standsFor?: string;
  /** Authority records that go by this name; several where they share it. */
  readonly ids?: readonly string[];
}

/** Everything that spoke for a date of publication. */
export interface DatesConsidered {
  /** The winner first, then the others, best first. */
  readonly candidates: readonly DateCandidate[];
  /** The day of capture: no article is later. Null where it is not known. */
  readonly notAfter: string | null;
}

/** What the pure core makes of a record, before anything is written. */
export interface DraftArticle {
  readonly outcome: ParseOutcome;
  /** Name and version of the profile that was used, null for the general rules. */
  readonly profile: { readonly name: string; readonly version: number } | null;
  readonly article: ArticleFields;
  /** The body as CommonMark, where the format has markup worth keeping; null where the body is plain text. */
  readonly bodyMarkdown: string | null;
  readonly tags: readonly string[];
  /** Other addresses of the article than its `legacyUrl`: short links, redirects, canonical forms. */
  readonly otherUrls: readonly string[];
  /** The system that it comes from did not show it to the public: it may be imported, never published by that. */
  readonly unpublished: boolean;
  readonly source: { readonly name: string | null };
  readonly era: { readonly name: string | null; readonly coverage: string | null };
  readonly media: readonly MediaMention[];
  readonly entities: readonly EntityMention[];
  /** By field: article fields by name, then `source`, `era`, `era.coverage`, `media.0.caption`, `tags.0`, ... */
  readonly evidence: Readonly<Record<string, Evidence>>;
  /** What the date was chosen from; `evidence.dateEdtf` says by which rule. */
  readonly dates: DatesConsidered;
  readonly issues: readonly Issue[];
}
