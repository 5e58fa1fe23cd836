import type { DateCandidate } from '../dates/choose-date';
import type { Found } from '../evidence';
import type { Issue } from '../issue';
import type { Paragraph } from './body-text';
import type { Marked } from './markers';

/** What was found on a page, by a profile or by general rules, before it is put together as an article. */
export interface PageReading {
  readonly headline: Found | null;
  readonly byline: Found | null;
  readonly source: Found | null;
  readonly era: Found | null;
  /** EDTF interval. */
  readonly coverage: Found | null;
  readonly dates: readonly DateCandidate[];
  /** Everything that marker lines said; kicker, section, legacy ID, media and so on. */
  readonly marked: readonly Marked[];
  /** The body, dateline still in front. */
  readonly paragraphs: readonly Paragraph[];
  readonly bodyRule: string;
  readonly bodyConfidence: number;
  readonly issues: readonly Issue[];
}
