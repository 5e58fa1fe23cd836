import { DATE_BASES, type DateBasis } from '../../../core/draft-article';
import type { ArticleFigures } from '../../../shared/statistics-api';
import type { ArticleCount } from './count-articles';

/** Adds counts up. Of a type with drafts each article has a draft row, which stands for it. */
export function articleFigures(counts: readonly ArticleCount[], draftAndPublish: boolean): ArticleFigures {
  const articles = draftAndPublish ? counts.filter(({ published }) => !published) : counts;
  const total = sum(articles);
  const bases = Object.fromEntries(DATE_BASES.map((basis) => [basis, 0])) as Record<DateBasis, number>;
  for (const { basis, rows } of articles) bases[DATE_BASES.find((one) => one === basis) ?? 'unknown'] += rows;
  const undated = bases.era + bases.unknown;
  return {
    articles: total,
    published: sum(counts.filter(({ published, withdrawn }) => published && !withdrawn)),
    withdrawn: sum(articles.filter(({ withdrawn }) => withdrawn)),
    undated,
    undatedShare: total === 0 ? 0 : undated / total,
    bases,
    languages: [...grouped(articles, ({ locale }) => locale)]
      .map(([locale, own]) => ({ locale, articles: sum(own) }))
      .sort((one, other) => other.articles - one.articles),
  };
}

/** Counts by one of the things they tell apart. */
export function grouped<Key>(
  counts: readonly ArticleCount[],
  keyOf: (count: ArticleCount) => Key,
): Map<Key, ArticleCount[]> {
  const groups = new Map<Key, ArticleCount[]>();
  for (const count of counts) {
    const key = keyOf(count);
    const group = groups.get(key);
    if (group) group.push(count);
    else groups.set(key, [count]);
  }
  return groups;
}

function sum(counts: readonly ArticleCount[]): number {
  return counts.reduce((total, { rows }) => total + rows, 0);
}
