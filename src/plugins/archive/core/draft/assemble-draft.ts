import { NO_FIELDS, type ArticleFields, type DraftArticle } from '../draft-article';
import type { Evidence, Found } from '../evidence';
import { bodyOf } from '../fields/body-text';
import { MEDIA_FIELDS, mediaOf, type MediaFound } from '../fields/media';
import type { PageReading } from '../fields/page-reading';
import { issue, type Issue, type IssueCode } from '../issue';
import type { ParseOutcome } from '../outcome';
import type { MarkerField, Profile } from '../profiles/profile';
import type { SourceRecord } from '../source-record';
import { articleEntities } from './article-entities';
import { articleLanguage } from './article-language';
import { fieldValues, type FieldValues } from './field-values';
import { publicationDate } from './publication-date';
import { splitDateline } from './split-dateline';

/** Puts together what was read: splits the dateline off, decides date and language, finds the names. */
export function assembleDraft(
  record: SourceRecord,
  reading: PageReading,
  profile: Profile | null,
  mostEntities: number,
): DraftArticle {
  const marked = (field: MarkerField) =>
    reading.marked.find((one) => one.field === field && one.value)?.value ?? null;
  const split = splitDateline(record.text, reading.paragraphs, profile?.dateline.separators ?? []);
  const body = bodyOf(split.paragraphs, reading.bodyRule, reading.bodyConfidence);
  const { language, issues: languageIssues } = articleLanguage(profile, reading.headline, body);
  const date = publicationDate(reading.dates, marked('legacyUrl'), reading.coverage);
  const media = mediaOf(reading.marked);
  const fields = fieldValues(
    new Map<string, Found | null>([
      ['title', reading.headline],
      ['body', body],
      ['kicker', marked('kicker')],
      ['standfirst', marked('standfirst')],
      ['byline', reading.byline],
      ['dateline', marked('dateline') ?? split.dateline],
      ['section', marked('section')],
      ['language', language],
      ['legacyId', marked('legacyId')],
      ['legacyUrl', marked('legacyUrl')],
      ['source', reading.source],
      ['era', reading.era],
      ['era.coverage', reading.coverage],
      ...mediaFields(media),
    ]),
  );
  const article = { ...articleOf(fields), ...date.fields };
  const missing = missingOf(record, article);
  return {
    outcome: outcomeOf(record, missing),
    profile: profile === null ? null : { name: profile.name, version: profile.version },
    article,
    source: { name: fields.values.get('source') ?? null },
    era: { name: fields.values.get('era') ?? null, coverage: fields.values.get('era.coverage') ?? null },
    media: media.map((_, index) => mediaAt(fields, index)),
    entities: articleEntities({
      recordText: record.text,
      title: reading.headline,
      paragraphs: reading.paragraphs,
      language: article.language,
      dateline: article.dateline,
      ignore: ownNames(reading, profile),
      most: mostEntities,
    }),
    evidence: evidenceOf(fields, date.fields, date.evidence),
    issues: [
      ...record.issues,
      ...(profile === null ? [issue('profile-unknown', NOWHERE, '')] : []),
      ...reading.issues,
      ...date.issues,
      ...languageIssues,
      ...fields.issues,
      ...missing,
    ],
  };
}

const NOWHERE = { start: 0, end: 0 };

function mediaFields(media: readonly MediaFound[]): [string, Found | null][] {
  return media.flatMap((item, index) =>
    MEDIA_FIELDS.map((field): [string, Found | null] => [`media.${index}.${field}`, item[field]]),
  );
}

function mediaAt({ values }: FieldValues, index: number) {
  const value = (field: string) => values.get(`media.${index}.${field}`) ?? null;
  return {
    legacyId: value('legacyId'),
    caption: value('caption'),
    credit: value('credit'),
    url: value('url'),
  };
}

function articleOf({ values }: FieldValues): ArticleFields {
  const value = (field: keyof ArticleFields) => values.get(field) ?? null;
  return {
    ...NO_FIELDS,
    title: value('title'),
    body: value('body'),
    kicker: value('kicker'),
    standfirst: value('standfirst'),
    byline: value('byline'),
    dateline: value('dateline'),
    section: value('section'),
    language: value('language'),
    legacyId: value('legacyId'),
    legacyUrl: value('legacyUrl'),
  };
}

function evidenceOf(
  fields: FieldValues,
  date: Pick<ArticleFields, 'dateText' | 'dateEdtf' | 'dateBasis'>,
  dateEvidence: Evidence,
): Record<string, Evidence> {
  const evidence = Object.fromEntries(fields.evidence);
  for (const [name, value] of Object.entries(date)) if (value !== null) evidence[name] = dateEvidence;
  return evidence;
}

function missingOf(record: SourceRecord, article: ArticleFields): Issue[] {
  const at = { start: 0, end: record.text.length };
  const codes: IssueCode[] = [];
  if (article.title === null) codes.push('title-missing');
  if (article.body === null) codes.push('body-empty');
  return codes.map((code) => issue(code, at, ''));
}

function outcomeOf(record: SourceRecord, missing: readonly Issue[]): ParseOutcome {
  return record.refused ?? (missing.length > 0 ? 'quarantined' : 'article');
}

function ownNames(reading: PageReading, profile: Profile | null): string[] {
  const names = [reading.source?.value, reading.era?.value, profile?.source?.name];
  const all = [...names, ...(profile?.source?.spellings ?? []), ...(profile?.era?.spellings ?? [])];
  return [...new Set(all.filter((name) => name !== undefined))];
}
