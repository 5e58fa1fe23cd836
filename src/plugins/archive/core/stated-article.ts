import type { DateCandidate } from './dates/choose-date';
import type { Evidence, Found } from './evidence';
import type { MediaFound } from './fields/media';
import type { PlacedText } from './text/placed-text';

/** Text of an article as its format states it, with the place of each character in the decoded record. */
export interface StatedText {
  /** Plain text; the body's paragraphs are parted by one blank line. */
  readonly placed: PlacedText;
  readonly evidence: Evidence;
}

/**
 * What a structured format (WXR, HTML, NITF, a CSV row) says of an article by itself, so that it need not be
 * understood from the looks of a page. Spans are UTF-16 units of the decoded record, markup and all.
 */
export interface StatedArticle {
  readonly title: StatedText | null;
  readonly body: StatedText | null;
  /** The body as CommonMark where the format has markup worth keeping (links, lists, headings); null for plain text. */
  readonly bodyMarkdown: string | null;
  readonly kicker: Found | null;
  readonly standfirst: Found | null;
  readonly byline: Found | null;
  readonly dateline: Found | null;
  readonly section: Found | null;
  readonly tags: readonly Found[];
  readonly dates: readonly DateCandidate[];
  /** When the record was captured (WARC-Date): no article is later than that. ISO 8601; never the article's date. */
  readonly capturedBefore: string | null;
  /** BCP 47, as the format says. */
  readonly language: Found | null;
  readonly legacyId: Found | null;
  readonly legacyUrl: Found | null;
  /** Other addresses under which the article was known: short links, redirects, canonical forms. */
  readonly otherUrls: readonly Found[];
  readonly source: Found | null;
  readonly era: Found | null;
  /** EDTF interval. */
  readonly coverage: Found | null;
  readonly media: readonly MediaFound[];
  /** The system that it comes from did not show it to the public (a draft, a private or password-protected post). */
  readonly unpublished: boolean;
}

/** Nothing stated; readers spread it and set what their format has. */
export const NOTHING_STATED: StatedArticle = {
  title: null,
  body: null,
  bodyMarkdown: null,
  kicker: null,
  standfirst: null,
  byline: null,
  dateline: null,
  section: null,
  tags: [],
  dates: [],
  capturedBefore: null,
  language: null,
  legacyId: null,
  legacyUrl: null,
  otherUrls: [],
  source: null,
  era: null,
  coverage: null,
  media: [],
  unpublished: false,
};
