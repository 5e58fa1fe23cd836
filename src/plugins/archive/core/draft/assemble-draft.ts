import { NO_FIELDS, type ArticleFields, type DraftArticle } from '../draft-article';
import type { Evidence, Found } from '../evidence';
import { MEDIA_FIELDS, type MediaFound } from '../fields/media';
import { issue, type Issue, type IssueCode } from '../issue';
import type { ParseOutcome } from '../outcome';
import type { Profile } from '../profiles/profile';
import type { SourceRecord } from '../source-record';
import { articleLanguage } from './article-language';
import { fieldValues, type FieldValues } from './field-values';
import type { Findings, MentionContext } from './findings';
import { publicationDate } from './publication-date';

/** Puts together what was found: decides date and language, finds the names, tells what is missing. */
export function assembleDraft(
  record: SourceRecord,
  findings: Findings,
  profile: Profile | null,
  { most, gazetteer }: Pick<MentionContext, 'most' | 'gazetteer'>,
): DraftArticle {
  const { language, issues: languageIssues } = articleLanguage(profile, findings);
  const date = publicationDate(findings);
  const fields = fieldValues(
    new Map<string, Found | null>([
      ...ARTICLE_FIELDS.map((name): [string, Found | null] => [name, findings[name]]),
      ['language', language],
      ['source', findings.source],
      ['era', findings.era],
      ['era.coverage', findings.coverage],
      ...mediaFields(findings.media),
      ...listFields('tags', findings.tags),
      ...listFields('otherUrls', findings.otherUrls),
    ]),
  );
  const article = { ...articleOf(fields), ...date.fields };
  const missing = missingOf(record, article);
  return {
    outcome: outcomeOf(record, missing),
    profile: profile === null ? null : { name: profile.name, version: profile.version },
    article,
    bodyMarkdown: article.body === null ? null : findings.bodyMarkdown,
    tags: listOf(fields, 'tags', findings.tags),
    otherUrls: listOf(fields, 'otherUrls', findings.otherUrls),
    unpublished: findings.unpublished,
    source: { name: fields.values.get('source') ?? null },
    era: { name: fields.values.get('era') ?? null, coverage: fields.values.get('era.coverage') ?? null },
    media: findings.media.map((_, index) => mediaAt(fields, index)),
    entities: findings.mentions({
      language: article.language,
      dateline: article.dateline,
      ignore: ownNames(findings, profile),
      most,
      gazetteer,
    }),
    evidence: evidenceOf(fields, date.fields, date.evidence),
    dates: date.considered,
    issues: [
      ...record.issues,
      ...findings.issues,
      ...date.issues,
      ...languageIssues,
      ...fields.issues,
      ...missing,
    ],
  };
}

/** Fields whose finding becomes the value as it is. */
const ARTICLE_FIELDS = [
  'title',
  'body',
  'kicker',
  'standfirst',
  'byline',
  'dateline',
  'section',
  'legacyId',
  'legacyUrl',
] as const;

function listFields(name: string, values: readonly Found[]): [string, Found][] {
  return values.map((value, index) => [`${name}.${index}`, value]);
}

/** The values of a list, without those of which nothing was left. */
function listOf({ values }: FieldValues, name: string, list: readonly Found[]): string[] {
  return list.flatMap((_, index) => values.get(`${name}.${index}`) ?? []);
}

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
    alternativeText: value('alternativeText'),
  };
}

function articleOf({ values }: FieldValues): ArticleFields {
  const value = (field: string) => values.get(field) ?? null;
  const fields = Object.fromEntries(ARTICLE_FIELDS.map((name) => [name, value(name)]));
  return { ...NO_FIELDS, ...fields, language: value('language') };
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

function ownNames({ source, era }: Findings, profile: Profile | null): string[] {
  const names = [source?.value, era?.value, profile?.source?.name];
  const all = [...names, ...(profile?.source?.spellings ?? []), ...(profile?.era?.spellings ?? [])];
  return [...new Set(all.filter((name) => name !== undefined))];
}
