import { decisiveIssue } from '../../../../core/decisive-issue';
import { articleNames, type ArticleName } from '../../../../core/entities/article-names';
import { issue, type Issue, type IssueCode } from '../../../../core/issue';
import { slugOf } from '../../../../core/text/slug';
import type { IndexedText } from '../../search/index-document';
import { textOfValues } from '../../search/index-new-articles';
import { packedSignature, type PackedSignature } from '../../variants/packed-signature';
import type { ParsedRecord } from '../input/parsed-record';
import { typeOf, type TypePlan, type WritePlan } from '../plan/write-plan';
import type { Value } from '../write/cell-of';
import { articleValues, contentHash } from './article-values';
import { checkRelated } from './check-related';
import { checkValues } from './check-values';
import { fieldHash, sha256 } from './hash';
import { ledgerEvidence } from './ledger-evidence';
import { localeOf } from './locale-of';
import { recordKeys, type RecordKey } from './record-keys';

/** What writing needs of an article, as far as it can be told without the database. */
export interface ArticlePreparation {
  readonly state: 'article';
  readonly locale: string;
  /** What its address is made of, before it is made unique. */
  readonly slug: string;
  /** False also where all others are to be published but the old system did not show this one to the public. */
  readonly publish: boolean;
  readonly values: Readonly<Record<string, Value>>;
  /** Short hash of each value by attribute, as JSON: it is stored far more often than it is read. */
  readonly hashes: string;
  /** Attributes that hold headline and body. */
  readonly textAttributes: readonly string[];
  /** Hash of all that the record says, to see at once that nothing changed. */
  readonly fingerprint: string;
  readonly contentHash: string;
  readonly keys: readonly RecordKey[];
  /** Its distinct names, with their places. */
  readonly names: readonly ArticleName[];
  /** Its text in short, for finding near-duplicates; null where there is too little. */
  readonly signature: PackedSignature | null;
  /** Its words as the search index holds them; null where the site has no index. */
  readonly searched: IndexedText | null;
  readonly issues: readonly Issue[];
  /** What Strapi lets pass in a draft and would refuse to publish. */
  readonly unfitToPublish: readonly Issue[];
  /** By field, as JSON. */
  readonly evidence: string;
}

/** A record that does not become an article now; the reason is the code of its first decisive issue. */
export interface Refusal {
  readonly state: 'quarantined' | 'rejected';
  readonly reason: IssueCode;
  readonly issues: readonly Issue[];
  /** By field, as JSON. */
  readonly evidence: string;
}

export type Preparation = ArticlePreparation | Refusal;

/** An article ready to be compared with what the database knows of it. */
export type PreparedArticle = ArticlePreparation & { readonly parsed: ParsedRecord };
export type PreparedRecord = PreparedArticle | (Refusal & { readonly parsed: ParsedRecord });

/** Where records are to be written, and what a person said of all of them. */
export interface WriteTarget {
  readonly plan: WritePlan;
  /** Published at once, under Strapi's rules for that; drafts have milder ones. */
  readonly publish: boolean;
  readonly locale: string | null;
  readonly era: string | null;
  readonly source: string | null;
}

/**
 * Maps a parsed record to values of the configured content type, or says why it cannot be written. Needs no database,
 * so that it can be done where the record is parsed.
 */
export function prepareRecord(target: WriteTarget, parsed: ParsedRecord): Preparation {
  const { plan, locale: namedLocale } = target;
  const type = typeOf(plan, plan.content.article?.uid ?? '');
  const { draft } = parsed;
  const publish = target.publish && !draft.unpublished;
  if (draft.outcome !== 'article') {
    return {
      state: draft.outcome,
      reason: decisiveIssue(draft.issues)?.code ?? 'value-refused',
      issues: draft.issues,
      evidence: ledgerEvidence(draft),
    };
  }
  const locale =
    type.localized && namedLocale !== null ? namedLocale : localeForType(plan, type, draft.article.language);
  if (locale === null) {
    const at = draft.evidence['language'] ?? { start: 0, end: 0 };
    return quarantined(parsed, [issue('language-unconfigured', at, draft.article.language ?? 'unknown')]);
  }
  const values = articleValues(plan, type, parsed);
  const { title, body, slug } = plan.content.article?.attributes ?? {};
  const check = (published: boolean) =>
    checkValues(type, values, draft.evidence, { published, given: slug ? [slug] : [] });
  const faults = [...check(publish), ...checkRelated(plan, parsed)];
  if (faults.length > 0) return quarantined(parsed, faults);
  const hashes = hashesOf(values);
  const unfitToPublish = publish ? [] : check(true);
  return {
    state: 'article',
    locale,
    slug: slugOf(draft.article.title ?? ''),
    publish,
    values,
    hashes,
    textAttributes: [title, body].filter((name) => typeof name === 'string'),
    fingerprint: fingerprintOf(parsed, hashes),
    contentHash: contentHash(draft),
    keys: recordKeys(parsed),
    names: articleNames(draft.entities),
    issues: [...draft.issues, ...unfitToPublish],
    unfitToPublish,
    evidence: ledgerEvidence(draft),
    signature: packedSignature(draft.article),
    searched: plan.search === null ? null : textOfValues(plan.search, type, values),
  };
}

/** The record with what was prepared where it was parsed; one that had to be stopped there is prepared here. */
export function preparedRecord(target: WriteTarget, parsed: ParsedRecord): PreparedRecord {
  return { ...(parsed.preparation ?? prepareRecord(target, parsed)), parsed };
}

function quarantined(parsed: ParsedRecord, faults: readonly Issue[]): Refusal {
  const reason = faults[0]?.code ?? 'value-refused';
  const issues = [...parsed.draft.issues, ...faults];
  return { state: 'quarantined', reason, issues, evidence: ledgerEvidence(parsed.draft) };
}

/** A type that is not localized has room for every language, under no locale. */
function localeForType(plan: WritePlan, type: TypePlan, language: string | null): string | null {
  if (!type.localized) return '';
  return language === null ? null : localeOf(language, plan.locales);
}

function hashesOf(values: Readonly<Record<string, Value>>): string {
  const hashes: Record<string, string> = {};
  for (const name in values) hashes[name] = fieldHash(values[name]);
  return JSON.stringify(hashes);
}

function fingerprintOf({ draft }: ParsedRecord, hashes: string): string {
  const { source, era, media, entities } = draft;
  // The records found by name count, too: an article is looked at again once a record is confirmed.
  const names = entities.map(({ text, kind, ids }) => (ids === undefined ? [text, kind] : [text, kind, ids]));
  return sha256(JSON.stringify([hashes, source.name, era, media, names]));
}
