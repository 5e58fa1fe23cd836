import type { Knex } from 'knex';

import { indexNewArticles, type InsertedArticle } from '../../search/index-new-articles';
import { backendFor } from '../../search/search-index';
import { typeOf } from '../plan/write-plan';
import { freeSlugs } from '../resolve/free-slugs';
import type { ImportContext } from '../resolve/import-context';
import type { PreparedArticle } from '../resolve/prepare-record';
import { insertDocuments, type DocumentRows, type NewDocument } from './insert-documents';

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
  const insert = () => insertDocuments(trx, type, documents, context.now());
  const { search } = context.plan;
  if (search === null) {
    await insert();
    return;
  }
  const rows = await backendFor(trx).unqueued(trx, search, insert);
  await indexNewArticles(trx, search, type, insertedArticles(articles, documents, rows));
}

function insertedArticles(
  articles: readonly NewArticle[],
  documents: readonly NewDocument[],
  rows: readonly DocumentRows[],
): InsertedArticle[] {
  return articles.map(({ article }, index): InsertedArticle => {
    const [document, ownRows] = [documents[index], rows[index]];
    if (!document || !ownRows || !article.searched) throw new Error(`Article ${index} was not written.`);
    const { locale, values, links } = document;
    return { rows: ownRows, locale, values, links, text: article.searched };
  });
}

/** A type without languages has no locale. */
function localeCell(article: PreparedArticle): string | null {
  return article.locale === '' ? null : article.locale;
}
