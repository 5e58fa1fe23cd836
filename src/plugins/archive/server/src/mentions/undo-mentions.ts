import type { Knex } from 'knex';

import { insertRows } from '../import/write/insert-rows';
import { tableRows } from '../import/write/table-rows';
import { MENTION_ARTICLES, MENTIONS } from './mention-tables';
import { mentionsOf } from './read-mentions';
import { MENTION_COLUMNS, pushMention, type ArticleVersion } from './stored-mention';
import { removeArticles, type Before } from './write-mentions';

/** Removes all that is known of the names of articles that are gone. */
export async function forgetMentions(
  trx: Knex.Transaction,
  versions: readonly ArticleVersion[],
): Promise<void> {
  const known = await mentionsOf(trx, versions);
  await removeArticles(
    trx,
    [...known.values()].map(({ id }) => id),
  );
}

/** Puts back the mentions that articles had before a job; what another job wrote since stays. */
export async function restoreMentions(
  trx: Knex.Transaction,
  job: number,
  versions: readonly ArticleVersion[],
): Promise<void> {
  for (const article of (await mentionsOf(trx, versions)).values()) {
    if (article.job !== job) continue;
    if (article.before === null) {
      await removeArticles(trx, [article.id]);
      continue;
    }
    const last = JSON.parse(article.before) as Before;
    await trx(MENTION_ARTICLES).where({ id: article.id }).update({ job: last.job, before: last.before });
    await trx(MENTIONS).where({ article: article.id }).delete();
    const rows = tableRows(MENTIONS, MENTION_COLUMNS);
    for (const mention of last.mentions) pushMention(rows.cells, article.id, mention);
    await insertRows(trx, rows);
  }
}
