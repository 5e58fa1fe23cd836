import type { EntityMention } from '../draft-article';
import type { Gazetteer } from '../entities/gazetteer';
import type { Found } from '../evidence';
import type { Issue } from '../issue';
import type { StatedArticle } from '../stated-article';

/** All that was found out about an article, from the looks of its page or from what its format states. */
export interface Findings extends Omit<StatedArticle, 'title' | 'body'> {
  readonly title: Found | null;
  /** Plain text, the dateline taken off. */
  readonly body: Found | null;
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
