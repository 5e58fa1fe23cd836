import { boundsOf } from '../../../../core/dates/bounds';
import { contentKey } from '../../../../core/dedupe/content-key';
import type { ArticleField, DraftArticle } from '../../../../core/draft-article';
import { wordCount } from '../../../../core/text/word-count';
import { textToMarkdown } from '../../../../core/text/markdown';
import type { ParsedRecord } from '../input/parsed-record';
import { dumpPathOf } from '../input/record-place';
import type { TypePlan, WritePlan } from '../plan/write-plan';
import type { Value } from '../write/cell-of';
import { sha256 } from './hash';

/** Fields of a date that a person sets together. */
export const FIELD_GROUPS = [['dateText', 'dateEdtf', 'dateEarliest', 'dateLatest', 'dateBasis']];

const TEXT_FIELDS = ['title', 'kicker', 'standfirst', 'byline', 'dateline', 'section'] as const;

/**
 * The scalar values of an article by attribute of the configured content type. The slug is not among them: it is
 * given once, so that addresses stay. Attributes that the configuration maps to null are left out, and so are those
 * that the type lacks: a value that is never stored would look like an editor's deletion at the next import.
 */
export function articleValues(plan: WritePlan, type: TypePlan, parsed: ParsedRecord): Record<string, Value> {
  const { draft, file, record } = parsed;
  const values: Record<string, Value> = {};
  const put = (field: string, value: Value) => {
    const attribute = plan.content.article?.attributes[field as ArticleField & 'title'];
    if (attribute && type.columns[attribute]) values[attribute] = value;
  };
  for (const field of TEXT_FIELDS) put(field, draft.article[field]);
  put('body', bodyFor(type, plan.content.article?.attributes.body ?? null, draft));
  // No tags are no value, so that an article which has none is left as it was.
  put('tags', draft.tags.length === 0 ? null : [...draft.tags]);
  put('wordCount', draft.article.body === null ? 0 : wordCount(draft.article.body));
  return { ...values, ...archiveValues(draft, dumpPathOf(file, record)) };
}

/** Plain text becomes Markdown where the attribute holds Markdown, so that it reads the same. */
function bodyFor(type: TypePlan, attribute: string | null, draft: DraftArticle): Value {
  const { body } = draft.article;
  if (body === null || attribute === null) return null;
  if (type.columns[attribute]?.type !== 'richtext') return body;
  return draft.bodyMarkdown ?? textToMarkdown(body);
}

function archiveValues({ article }: DraftArticle, dumpPath: string): Record<string, Value> {
  const bounds = article.dateEdtf === null ? null : boundsOf(article.dateEdtf);
  return {
    legacyId: article.legacyId,
    legacyUrl: article.legacyUrl,
    dumpPath,
    dateText: article.dateText,
    dateEdtf: article.dateEdtf,
    dateEarliest: bounds?.earliest ?? null,
    dateLatest: bounds?.latest ?? null,
    dateBasis: article.dateBasis,
  };
}

/** Hash of what makes two records the same text. */
export function contentHash(draft: DraftArticle): string {
  return sha256(contentKey(draft.article));
}
