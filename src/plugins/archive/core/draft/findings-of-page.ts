import { bodyOf } from '../fields/body-text';
import { mediaOf } from '../fields/media';
import type { PageReading } from '../fields/page-reading';
import type { MarkerField, Profile } from '../profiles/profile';
import { articleEntities } from './article-entities';
import type { Findings } from './findings';
import { splitDateline } from './split-dateline';

/** What was read on a page of text, its dateline split off the body. */
export function findingsOfPage(recordText: string, reading: PageReading, profile: Profile | null): Findings {
  const marked = (field: MarkerField) =>
    reading.marked.find((one) => one.field === field && one.value)?.value ?? null;
  const split = splitDateline(recordText, reading.paragraphs, profile?.dateline.separators ?? []);
  const { headline: title, paragraphs, byline, dates, source, era, coverage } = reading;
  return {
    title,
    body: bodyOf(split.paragraphs, reading.bodyRule, reading.bodyConfidence),
    bodyMarkdown: null,
    kicker: marked('kicker'),
    standfirst: marked('standfirst'),
    byline,
    dateline: marked('dateline') ?? split.dateline,
    section: marked('section'),
    tags: [],
    language: null,
    legacyId: marked('legacyId'),
    legacyUrl: marked('legacyUrl'),
    otherUrls: [],
    dates,
    capturedBefore: null,
    source,
    era,
    coverage,
    media: mediaOf(reading.marked),
    unpublished: false,
    issues: [...(profile === null ? [PROFILE_UNKNOWN] : []), ...reading.issues],
    mentions: (context) => articleEntities({ ...context, recordText, title, paragraphs }),
  };
}

const PROFILE_UNKNOWN = { code: 'profile-unknown', start: 0, end: 0, found: '' } as const;
