import type { DateCandidate } from '../dates/choose-date';
import type { EntityMention } from '../draft-article';
import type { Gazetteer } from '../entities/gazetteer';
import type { Found } from '../evidence';
import type { MediaFound } from '../fields/media';
import type { Issue } from '../issue';

/** All that was found out about an article, from the looks of its page or from what its format states. */
export interface Findings {
  readonly title: Found | null;
  /** Plain text, the dateline taken off. */
  readonly body: Found | null;
  readonly bodyMarkdown: string | null;
  readonly kicker: Found | null;
  readonly standfirst: Found | null;
  readonly byline: Found | null;
  readonly dateline: Found | null;
  readonly section: Found | null;
  readonly tags: readonly Found[];
  /** As stated; null where the text must tell. */
  readonly language: Found | null;
  readonly legacyId: Found | null;
  readonly legacyUrl: Found | null;
  readonly otherUrls: readonly Found[];
  readonly dates: readonly DateCandidate[];
  readonly capturedBefore: string | null;
  readonly source: Found | null;
  readonly era: Found | null;
  /** EDTF interval. */
  readonly coverage: Found | null;
  readonly media: readonly MediaFound[];
  readonly unpublished: boolean;
  readonly issues: readonly Issue[];
  /** The names in headline and body, once the article's language and dateline are settled. */
  mentions(context: MentionContext): EntityMention[];
}

export interface MentionContext {
  readonly language: string | null;
  readonly dateline: string | null;
  /** The paper's own names. */
  readonly ignore: readonly string[];
  /** The surest so many are kept. */
  readonly most: number;
  /** The names of all authority records that people confirmed. */
  readonly gazetteer?: Gazetteer | undefined;
}
