import type { CorrectableField } from '../core/draft/correct-draft';
import type { Evidence } from '../core/evidence';
import type { Issue } from '../core/issue';

/** What waits for a person, by the queue it waits in. */
export const REVIEW_QUEUES = ['records', 'merges', 'entities', 'variants', 'undated', 'media'] as const;
export type ReviewQueue = (typeof REVIEW_QUEUES)[number];

/** `GET /archive/review`. */
export type ReviewCounts = Readonly<Record<ReviewQueue, number>>;

/** One page of a queue; `after` of the next page is the `id` of its last row, null at the end. */
export interface ReviewPage<Row> {
  readonly rows: readonly Row[];
  readonly next: number | null;
}

/** A record that an import could not take without a person. */
export interface QuarantinedRecord {
  readonly id: number;
  readonly job: number;
  readonly file: string;
  readonly member: string | null;
  readonly recordIndex: number;
  readonly title: string | null;
  readonly reason: string | null;
  readonly at: string | null;
}

/** `GET /archive/review/records/:id`: the record as it stands in its dump, and what was understood of it. */
export interface OpenedRecord extends QuarantinedRecord {
  readonly issues: readonly Issue[];
  readonly decision: RecordDecision | null;
  /** The document that it became, where a person accepted it. */
  readonly target: string | null;
  /** Null where it cannot be read any more; `why` tells the reason. */
  readonly record: {
    readonly text: string;
    readonly characters: number;
    readonly fields: Readonly<Record<CorrectableField, string | null>>;
    readonly evidence: Readonly<Record<string, Evidence>>;
    readonly source: string | null;
    readonly era: string | null;
    readonly profile: string | null;
  } | null;
  readonly why: string | null;
}

/** What a person decided of a record, kept with its row of the ledger. */
export interface RecordDecision {
  readonly decision: 'accepted' | 'rejected';
  readonly actor: string;
  readonly at: string;
  readonly reason: string | null;
  /** Fields that the person gave. */
  readonly fields: readonly string[];
  /** Why it had been quarantined, for whoever undoes the decision. */
  readonly before: string | null;
}

/** `POST /archive/review/records/:id/accept`. */
export interface AcceptRecordRequest {
  readonly fields: Readonly<Partial<Record<CorrectableField, string | null>>>;
}

/** What became of a record that a person decided about. */
export interface DecidedRecord {
  readonly id: number;
  readonly outcome: string;
  /** The article that it is, or was found to be. */
  readonly target: string | null;
  readonly locale: string | null;
}

/** An entity that the importer suggested. */
export interface SuggestedEntity {
  readonly id: number;
  readonly documentId: string;
  readonly name: string;
  readonly kind: string | null;
  readonly articles: number;
}

/** Where an entity is named: the words around the name in an article's text. */
export interface NameInContext {
  readonly documentId: string;
  readonly locale: string | null;
  readonly title: string | null;
  readonly date: string | null;
  readonly before: string;
  readonly name: string;
  readonly after: string;
}

/** Two articles of nearly the same text. */
export interface VariantPair {
  readonly id: number;
  readonly locale: string | null;
  /** 0 to 1: how much of the text they share. */
  readonly shared: number;
  readonly reason: string;
  readonly variant: VariantSide;
  readonly original: VariantSide;
}

export interface VariantSide {
  readonly documentId: string;
  readonly title: string | null;
  readonly date: string | null;
}

/** `GET /archive/review/variants/:id`. */
export interface OpenedVariant extends VariantPair {
  readonly decision: 'kept' | 'parted' | null;
  readonly texts: { readonly variant: string; readonly original: string };
}

/** An article that nobody could date to the year. */
export interface UndatedArticle {
  readonly id: number;
  readonly documentId: string;
  readonly locale: string | null;
  readonly title: string | null;
  readonly dateEdtf: string | null;
  readonly dateText: string | null;
  readonly basis: string | null;
}

/** A media item of which the archive has no file. */
export interface MissingMedia {
  readonly id: number;
  readonly contentType: string;
  readonly documentId: string;
  readonly legacyId: string | null;
  readonly kind: string | null;
  readonly credit: string | null;
  readonly url: string | null;
}
