import type { Knex } from 'knex';

import type { ReviewPage, UndatedArticle } from '../../../shared/review-api';
import { typeOf, type WritePlan } from '../import/plan/write-plan';
import { countOf, pageOf, type PageWish } from './page-of';

/**
 * Articles of which only the era tells when they appeared, or nothing. Written out for the partial index of
 * `indexes/archive-indexes.ts`.
 */
export const UNDATED = "(date_basis is null or date_basis in ('era', 'unknown')) and withdrawn_at is null";

interface ArticleRow {
  readonly id: number;
  readonly document_id: string;
  readonly locale: string | null;
  readonly title: string | null;
  readonly date_edtf: string | null;
  readonly date_text: string | null;
  readonly date_basis: string | null;
}

function undated(knex: Knex, plan: WritePlan): Knex.QueryBuilder | null {
  const type = plan.types[plan.content.article?.uid ?? ''];
  if (type?.columns['dateBasis'] === undefined) return null;
  const query = knex(type.table).whereRaw(UNDATED);
  return type.draftAndPublish ? query.whereRaw('published_at is null') : query;
}

export async function countUndated(knex: Knex, plan: WritePlan): Promise<number> {
  const query = undated(knex, plan);
  return query === null ? 0 : countOf(query);
}

export async function undatedPage(
  knex: Knex,
  plan: WritePlan,
  wish: PageWish,
): Promise<ReviewPage<UndatedArticle>> {
  const query = undated(knex, plan);
  if (query === null) return { rows: [], next: null };
  const { columns } = typeOf(plan, plan.content.article?.uid ?? '');
  const title = columns[plan.content.article?.attributes.title ?? '']?.column ?? 'document_id';
  void query.select('id', 'document_id', 'locale', 'date_edtf', 'date_text', 'date_basis', { title });
  const view = (row: ArticleRow): UndatedArticle => ({
    id: row.id,
    documentId: row.document_id,
    locale: row.locale,
    title: row.title,
    dateEdtf: row.date_edtf,
    dateText: row.date_text,
    basis: row.date_basis,
  });
  return pageOf({ query, id: 'id', view }, wish);
}
