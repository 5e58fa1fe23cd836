import type { Knex } from 'knex';

import { allocateIds } from '../import/write/allocate-ids';
import { insertRows } from '../import/write/insert-rows';
import { tableRows } from '../import/write/table-rows';
import { MENTION_ARTICLES, MENTIONS } from './mention-tables';
import type { MentionedArticle } from './read-mentions';
import {
  MENTION_COLUMNS,
  pushMention,
  versionName,
  type ArticleVersion,
  type StoredMention,
} from './stored-mention';

export interface NewMentions extends ArticleVersion {
  readonly mentions: readonly StoredMention[];
}

/** What an article's mentions were before a job changed them. */
export interface Before {
  readonly job: number;
  readonly before: string | null;
  readonly mentions: readonly StoredMention[];
}

/**
 * Writes the mentions of articles inside the caller's transaction; those that are the same as before are not written.
 * What is replaced is kept with the article's row for undoing the job.
 */
export async function writeMentions(
  trx: Knex.Transaction,
  job: number,
  articles: readonly NewMentions[],
  known: ReadonlyMap<string, MentionedArticle>,
): Promise<void> {
  const changed = articles.filter((article) => {
    const last = known.get(versionName(article));
    if (last === undefined) return article.mentions.length > 0;
    return JSON.stringify(last.mentions) !== JSON.stringify(article.mentions.map(inOrderOfKeys));
  });
  const fresh = changed.filter((article) => !known.has(versionName(article)));
  const numbers = await allocateIds(trx, MENTION_ARTICLES, fresh.length);
  const idOf = new Map(fresh.map((article, index) => [article, numbers[index] ?? 0]));
  for (const article of changed) {
    const last = known.get(versionName(article));
    if (last === undefined) continue;
    idOf.set(article, last.id);
    await trx(MENTION_ARTICLES)
      .where({ id: last.id })
      .update({ job, before: beforeOf(last) });
    await trx(MENTIONS).where({ article: last.id }).delete();
  }
  const articleRows = tableRows(MENTION_ARTICLES, ['id', 'target', 'locale', 'job', 'before']);
  for (const article of fresh) {
    articleRows.cells.push(idOf.get(article) ?? null, article.target, article.locale, job, null);
  }
  const rows = tableRows(MENTIONS, MENTION_COLUMNS);
  for (const article of changed) {
    for (const mention of article.mentions) pushMention(rows.cells, idOf.get(article) ?? 0, mention);
  }
  await insertRows(trx, articleRows);
  await insertRows(trx, rows);
}

/** Removes articles' rows and mentions by the number of the row. */
export async function removeArticles(trx: Knex.Transaction, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await trx(MENTIONS)
    .whereIn('article', [...ids])
    .delete();
  await trx(MENTION_ARTICLES)
    .whereIn('id', [...ids])
    .delete();
}

function beforeOf({ job, before, mentions }: MentionedArticle): string {
  return JSON.stringify({ job, before, mentions } satisfies Before);
}

/** The keys in the order in which stored mentions have them, so that equal ones are equal as JSON. */
function inOrderOfKeys(mention: StoredMention): StoredMention {
  const { hash, entity, text, kind, title, standsFor, confidence, spans } = mention;
  return { hash, entity, text, kind, title, standsFor, confidence, spans };
}
