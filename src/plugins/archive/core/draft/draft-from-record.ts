import { NO_FIELDS, type DraftArticle } from '../draft-article';
import type { Gazetteer } from '../entities/gazetteer';
import { blocksOf } from '../fields/block';
import { withoutLinkNumbers } from '../fields/link-numbers';
import { readByRules } from '../fields/read-by-rules';
import { readWithProfile } from '../fields/read-with-profile';
import type { Profile } from '../profiles/profile';
import { recogniseProfile } from '../profiles/recognise-profile';
import type { CaptureFacts, SourceRecord } from '../source-record';
import { linesOf } from '../text/lines';
import { assembleDraft } from './assemble-draft';
import type { Findings } from './findings';
import { findingsOfPage } from './findings-of-page';
import { findingsOfStated } from './findings-of-stated';

export interface DraftOptions {
  /** Profiles to recognise the record by. */
  readonly profiles: readonly Profile[];
  /** A profile that someone chose; no other is tried then. */
  readonly profile?: Profile | undefined;
  /** The file's path inside the dump. */
  readonly path: string;
  /** The surest so many mentions are kept; 500 where not given. */
  readonly maxEntities?: number | undefined;
  /** The names of all authority records that people confirmed. */
  readonly gazetteer?: Gazetteer | undefined;
}

const MOST_ENTITIES = 500;

/**
 * Makes a draft article of a decoded record: profile (or general rules) -> fields -> date, language and entities.
 * Never throws for bad input: what is wrong is an issue, and a record without headline or body is `quarantined`.
 * A record that its reader refused keeps that outcome; where it has no text to read, all fields are null.
 */
export function draftArticle(record: SourceRecord, options: DraftOptions): DraftArticle {
  if (record.refused === 'rejected' || record.text.trim() === '') return unread(record);
  const names = { most: options.maxEntities ?? MOST_ENTITIES, gazetteer: options.gazetteer };
  if (record.stated !== null) {
    const profile = options.profile ?? recogniseProfile(linesOf(record.text), options.profiles);
    return assembleDraft(record, findingsOfStated(record.text, record.stated, profile), profile, names);
  }
  const page = withoutLinkNumbers(record.text);
  const lines = linesOf(page.text);
  const profile = options.profile ?? recogniseProfile(lines, options.profiles);
  const blocks = blocksOf(lines);
  const read =
    profile === null ? readByRules(page.text, blocks) : readWithProfile(page.text, blocks, profile);
  const reading = page.numbered ? { ...read, bodyRule: `${read.bodyRule}:link-numbers-removed` } : read;
  const findings = findingsOfPage(record.text, reading, profile);
  return assembleDraft(record, withCapture(findings, record.capture), profile, names);
}

function withCapture(findings: Findings, capture: CaptureFacts | undefined): Findings {
  if (capture === undefined) return findings;
  const { url, capturedBefore } = capture;
  return { ...findings, legacyUrl: findings.legacyUrl ?? url, capturedBefore };
}

function unread(record: SourceRecord): DraftArticle {
  return {
    outcome: record.refused ?? 'rejected',
    profile: null,
    article: NO_FIELDS,
    bodyMarkdown: null,
    tags: [],
    otherUrls: [],
    unpublished: false,
    source: { name: null },
    era: { name: null, coverage: null },
    media: [],
    entities: [],
    evidence: {},
    dates: { candidates: [], notAfter: null },
    issues: record.issues,
  };
}
