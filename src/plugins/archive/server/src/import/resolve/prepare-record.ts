import { decisiveIssue } from '../../../../core/decisive-issue';
import { issue, type Issue, type IssueCode } from '../../../../core/issue';
import type { ParsedRecord } from '../input/parsed-record';
import { typeOf, type TypePlan, type WritePlan } from '../plan/write-plan';
import type { Value } from '../write/cell-of';
import { articleValues, contentHash } from './article-values';
import { checkRelated } from './check-related';
import { checkValues } from './check-values';
import { fieldHash, sha256 } from './hash';
import { localeOf } from './locale-of';
import { recordKeys, type RecordKey } from './record-keys';

/** What writing needs of an article, as far as it can be told without the database. */
export interface ArticlePreparation {
  readonly state: 'article';
  readonly locale: string;
  readonly title: string;
  readonly values: Readonly<Record<string, Value>>;
  /** Short hash of each value. */
  readonly hashes: Readonly<Record<string, string>>;
  /** Attributes that hold headline and body. */
  readonly textAttributes: readonly string[];
  /** Hash of all that the record says, to see at once that nothing changed. */
  readonly fingerprint: string;
  readonly contentHash: string;
  readonly keys: readonly RecordKey[];
  readonly issues: readonly Issue[];
  /** What Strapi lets pass in a draft and would refuse to publish. */
  readonly unfitToPublish: readonly Issue[];
}

/** A record that does not become an article now; the reason is the code of its first decisive issue. */
export interface Refusal {
  readonly state: 'quarantined' | 'rejected';
  readonly reason: IssueCode;
  readonly issues: readonly Issue[];
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
  const { plan, publish, locale: namedLocale } = target;
  const type = typeOf(plan, plan.content.article?.uid ?? '');
  const { draft } = parsed;
  if (draft.outcome !== 'article') {
    return {
      state: draft.outcome,
      reason: decisiveIssue(draft.issues)?.code ?? 'value-refused',
      issues: draft.issues,
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
  const hashes = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fieldHash(value)]));
  const unfitToPublish = publish ? [] : check(true);
  return {
    state: 'article',
    locale,
    title: draft.article.title ?? '',
    values,
    hashes,
    textAttributes: [title, body].filter((name) => typeof name === 'string'),
    fingerprint: fingerprintOf(parsed, hashes),
    contentHash: contentHash(draft),
    keys: recordKeys(parsed),
    issues: [...draft.issues, ...unfitToPublish],
    unfitToPublish,
  };
}

/** The record with what was prepared where it was parsed; one that had to be stopped there is prepared here. */
export function preparedRecord(target: WriteTarget, parsed: ParsedRecord): PreparedRecord {
  return { ...(parsed.preparation ?? prepareRecord(target, parsed)), parsed };
}

function quarantined(parsed: ParsedRecord, faults: readonly Issue[]): Refusal {
  const reason = faults[0]?.code ?? 'value-refused';
  return { state: 'quarantined', reason, issues: [...parsed.draft.issues, ...faults] };
}

/** A type that is not localized has room for every language, under no locale. */
function localeForType(plan: WritePlan, type: TypePlan, language: string | null): string | null {
  if (!type.localized) return '';
  return language === null ? null : localeOf(language, plan.locales);
}

function fingerprintOf({ draft }: ParsedRecord, hashes: Readonly<Record<string, string>>): string {
  const { source, era, media, entities } = draft;
  const names = entities.map(({ text, kind }) => [text, kind]);
  return sha256(JSON.stringify([hashes, source.name, era, media, names]));
}
