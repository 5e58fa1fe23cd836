import type { DraftArticle } from '../draft-article';
import type { Evidence } from '../evidence';

/** Fields that a person may give to a record that could not become an article by itself. */
export const CORRECTABLE_FIELDS = [
  'title',
  'kicker',
  'standfirst',
  'byline',
  'dateline',
  'section',
  'dateEdtf',
  'language',
  'body',
] as const;
export type CorrectableField = (typeof CORRECTABLE_FIELDS)[number];
export type Corrections = Readonly<Partial<Record<CorrectableField, string | null>>>;

/** Nothing of the record says it: a person did. */
const BY_EDITOR: Evidence = { start: 0, end: 0, rule: 'editor', confidence: 1 };

/**
 * A draft with the fields that a person gave in the place of what was read. The evidence says so; the issues stay, since
 * they tell what was wrong with the record. With a headline and a body, it is an article.
 */
export function correctDraft(draft: DraftArticle, corrections: Corrections): DraftArticle {
  const given = CORRECTABLE_FIELDS.filter((field) => corrections[field] !== undefined);
  const fields = Object.fromEntries(given.map((field) => [field, textOrNull(corrections[field])]));
  const article = { ...draft.article, ...fields };
  const evidence = { ...draft.evidence, ...Object.fromEntries(given.map((field) => [field, BY_EDITOR])) };
  const isDated = given.includes('dateEdtf');
  if (isDated) evidence['dateBasis'] = BY_EDITOR;
  return {
    ...draft,
    outcome: article.title !== null && article.body !== null ? 'article' : draft.outcome,
    article: isDated
      ? { ...article, dateBasis: article.dateEdtf === null ? 'unknown' : 'inferred' }
      : article,
    bodyMarkdown: given.includes('body') ? null : draft.bodyMarkdown,
    evidence,
  };
}

function textOrNull(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
