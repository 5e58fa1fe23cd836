import type { Knex } from 'knex';

import { typeOf } from '../plan/write-plan';
import { freeSlugs } from '../resolve/free-slugs';
import type { ImportContext } from '../resolve/import-context';
import type { PreparedArticle } from '../resolve/prepare-record';
import { insertDocuments, type NewDocument } from './insert-documents';

export interface NewArticle {
  readonly documentId: string;
  readonly article: PreparedArticle;
  readonly links: NewDocument['links'];
}

/** Writes new articles, as drafts or published, each with a free slug. */
export async function createArticles(
  trx: Knex.Transaction,
  context: ImportContext,
  articles: readonly NewArticle[],
): Promise<void> {
  const target = context.plan.content.article;
  if (!target || articles.length === 0) return;
  const type = typeOf(context.plan, target.uid);
  const slugAttribute = target.attributes.slug ?? null;
  const slug = slugAttribute === null ? undefined : type.columns[slugAttribute];
  const wishes = articles.map(({ article, documentId }) => ({
    slug: article.slug,
    documentId,
    locale: localeCell(article),
  }));
  const slugs = slug ? await freeSlugs(trx, type, slug, 'article', wishes) : [];
  const documents = articles.map(
    ({ documentId, article, links }, index): NewDocument => ({
      documentId,
      locale: localeCell(article),
      published: context.publish && article.publish,
      values: {
        ...article.values,
        ...(slugAttribute && slug ? { [slugAttribute]: slugs[index] ?? null } : {}),
        contentHash: article.contentHash,
        importJob: context.job,
      },
      links,
      components: {},
    }),
  );
  await insertDocuments(trx, type, documents, context.now());
}

/** A type without languages has no locale. */
function localeCell(article: PreparedArticle): string | null {
  return article.locale === '' ? null : article.locale;
}
