import type { Knex } from 'knex';

import { MENTION_ARTICLES, MENTIONS } from './mention-tables';
import {
  mentionOf,
  versionName,
  type ArticleVersion,
  type MentionRow,
  type StoredMention,
} from './stored-mention';

/** The mentions of one article as they stand. */
export interface MentionedArticle extends ArticleVersion {
  readonly id: number;
  /** The job that wrote them. */
  readonly job: number;
  /** What that job replaced, as JSON. */
  readonly before: string | null;
  readonly mentions: readonly StoredMention[];
}

/** What is stored of the given articles, by `target/locale`; two queries, whatever their number. */
export async function mentionsOf(
  knex: Knex,
  versions: readonly ArticleVersion[],
): Promise<Map<string, MentionedArticle>> {
  if (versions.length === 0) return new Map();
  const wanted = new Set(versions.map(versionName));
  const found: (Omit<MentionedArticle, 'mentions' | 'id'> & { id: number | string })[] = await knex(
    MENTION_ARTICLES,
  )
    .whereIn('target', [...new Set(versions.map((version) => version.target))])
    .select('id', 'target', 'locale', 'job', 'before');
  const articles = found.filter((row) => wanted.has(versionName(row)));
  const rows: (MentionRow & { article: number | string })[] = await knex(MENTIONS)
    .whereIn(
      'article',
      articles.map((article) => article.id),
    )
    .select('article', 'name', 'entity', 'text', 'kind', 'title', 'stands_for', 'confidence', 'spans');
  const byArticle = new Map<number, StoredMention[]>();
  for (const row of rows) {
    const own = byArticle.get(Number(row.article));
    if (own) own.push(mentionOf(row));
    else byArticle.set(Number(row.article), [mentionOf(row)]);
  }
  return new Map(
    articles.map((article) => {
      const mentions = (byArticle.get(Number(article.id)) ?? []).sort(byPlace);
      return [versionName(article), { ...article, id: Number(article.id), mentions }];
    }),
  );
}

function byPlace(one: StoredMention, other: StoredMention): number {
  return (one.spans[0] ?? 0) - (other.spans[0] ?? 0) || one.hash - other.hash;
}
