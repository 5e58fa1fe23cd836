import { issue, type Issue, type IssueCode } from '../../../../core/issue';
import type { ParsedRecord } from '../input/parsed-record';
import type { TypePlan, WritePlan } from '../plan/write-plan';
import type { Value } from '../write/cell-of';
import { articleValues, contentHash } from './article-values';
import { checkValues } from './check-values';
import { fieldHash, sha256 } from './hash';
import { localeOf } from './locale-of';
import { recordKeys, type RecordKey } from './record-keys';

/** An article ready to be compared with what the database knows of it. */
export interface PreparedArticle {
  readonly state: 'article';
  readonly parsed: ParsedRecord;
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
}

/** A record that does not become an article now; the reason is the code of its first decisive issue. */
export interface RefusedRecord {
  readonly state: 'quarantined' | 'rejected';
  readonly parsed: ParsedRecord;
  readonly reason: IssueCode;
  readonly issues: readonly Issue[];
}

export type PreparedRecord = PreparedArticle | RefusedRecord;

/** Issues that by themselves keep a record out, so that the ledger names the right reason. */
const DECISIVE: readonly IssueCode[] = [
  'file-empty',
  'file-unreadable',
  'file-binary',
  'format-unknown',
  'record-too-large',
  'line-too-long',
  'encoding-invalid',
  'parse-timeout',
  'body-empty',
  'title-missing',
];

/**
 * Maps a parsed record to values of the configured content type, or says why it cannot be written. `namedLocale` is
 * the one that a person named for the whole job.
 */
export function prepareRecord(
  plan: WritePlan,
  type: TypePlan,
  parsed: ParsedRecord,
  namedLocale: string | null,
): PreparedRecord {
  const { draft } = parsed;
  if (draft.outcome !== 'article') {
    return { state: draft.outcome, parsed, reason: decisiveCode(draft.issues), issues: draft.issues };
  }
  const locale =
    type.localized && namedLocale !== null ? namedLocale : localeForType(plan, type, draft.article.language);
  if (locale === null) {
    const at = draft.evidence['language'] ?? { start: 0, end: 0 };
    return quarantined(parsed, [issue('language-unconfigured', at, draft.article.language ?? 'unknown')]);
  }
  const values = articleValues(plan, type, parsed);
  const faults = checkValues(type, values, draft.evidence);
  if (faults.length > 0) return quarantined(parsed, faults);
  const hashes = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fieldHash(value)]));
  const { title, body } = plan.content.article?.attributes ?? {};
  return {
    state: 'article',
    parsed,
    locale,
    title: draft.article.title ?? '',
    values,
    hashes,
    textAttributes: [title, body].filter((name) => typeof name === 'string'),
    fingerprint: fingerprintOf(parsed, hashes),
    contentHash: contentHash(draft),
    keys: recordKeys(parsed),
    issues: draft.issues,
  };
}

function quarantined(parsed: ParsedRecord, faults: readonly Issue[]): RefusedRecord {
  const reason = faults[0]?.code ?? 'value-refused';
  return { state: 'quarantined', parsed, reason, issues: [...parsed.draft.issues, ...faults] };
}

function decisiveCode(issues: readonly Issue[]): IssueCode {
  return DECISIVE.find((code) => issues.some((one) => one.code === code)) ?? 'value-refused';
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
