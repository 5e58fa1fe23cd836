import type { Knex } from 'knex';

import type { TypePlan, WritePlan } from '../import/plan/write-plan';
import { articleRows, type ArticleRow } from '../import/write/article-rows';
import { Refusal } from '../refusal';
import type { TakedownRequest } from './takedown-request';

/** One document in one language, with its draft and published rows. */
export interface AskedArticle {
  /** Empty for a type without languages. */
  readonly locale: string;
  readonly rows: readonly ArticleRow[];
}

/** The content type of a request. @throws Refusal where it carries no archive metadata */
export function optedInType(plan: WritePlan, uid: string): TypePlan {
  const type = plan.types[uid];
  if (type?.columns['withdrawnAt']) return type;
  throw new Refusal('invalid', `${uid} is no content type that carries archive metadata.`);
}

/** The articles that a request means. @throws Refusal where there are none */
export async function articlesAskedFor(
  trx: Knex.Transaction,
  plan: WritePlan,
  { contentType, documentId, locale }: Pick<TakedownRequest, 'contentType' | 'documentId' | 'locale'>,
): Promise<AskedArticle[]> {
  const type = optedInType(plan, contentType);
  const rows = await articleRows(trx, plan, type, [{ target: documentId, locale: locale ?? '' }]);
  const found = [...rows].map(([name, own]) => ({ locale: name.slice(documentId.length + 1), rows: own }));
  const asked = found.filter((article) => locale === null || article.locale === locale);
  if (asked.length > 0) return asked;
  const language = locale === null ? '' : ` in the locale "${locale}"`;
  throw new Refusal('not-found', `There is no article ${documentId}${language}.`);
}
