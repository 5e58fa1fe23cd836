import type { ArticleFields, DraftArticle, MediaMention } from '../core/draft-article';
import type { Evidence } from '../core/evidence';
import type { Issue } from '../core/issue';
import type { ParseOutcome } from '../core/outcome';
import type { SourceRecord } from '../core/source-record';

/** One line of `strapi-archive parse`: a contract, see docs/command-line.md. Fields not found are null. */
export interface ParseLine {
  /** As it was named; a file in an archive with its path there: `dump/2004.zip/07/0001.txt`. */
  readonly file: string;
  /** Position in the file, or in the member of an archive; `start` and `end` are bytes of it as unpacked. */
  readonly record: { readonly index: number; readonly start: number; readonly end: number };
  readonly format: string;
  readonly encoding: string;
  /** 0 to 1. */
  readonly encodingConfidence: number;
  readonly profile: { readonly name: string; readonly version: number } | null;
  readonly outcome: ParseOutcome;
  readonly article: ArticleFields;
  /** The body as CommonMark; null where plain text says it all. */
  readonly bodyMarkdown: string | null;
  readonly tags: readonly string[];
  readonly otherUrls: readonly string[];
  /** The old system did not show it to the public. */
  readonly unpublished: boolean;
  readonly source: DraftArticle['source'];
  readonly era: DraftArticle['era'];
  readonly media: readonly MediaMention[];
  readonly entities: DraftArticle['entities'];
  /** Spans are UTF-16 units of the decoded record. */
  readonly evidence: Readonly<Record<string, Evidence>>;
  readonly issues: readonly Issue[];
}

/** Builds the line for one record of a file. */
export function parseLine(
  file: string,
  record: Omit<SourceRecord, 'text' | 'stated'>,
  draft: DraftArticle,
): ParseLine {
  return {
    file,
    record: { index: record.index, start: record.start, end: record.end },
    format: record.format,
    encoding: record.encoding.name,
    encodingConfidence: record.encoding.confidence,
    profile: draft.profile,
    outcome: draft.outcome,
    article: draft.article,
    bodyMarkdown: draft.bodyMarkdown,
    tags: draft.tags,
    otherUrls: draft.otherUrls,
    unpublished: draft.unpublished,
    source: draft.source,
    era: draft.era,
    media: draft.media,
    entities: draft.entities,
    evidence: draft.evidence,
    issues: draft.issues,
  };
}
