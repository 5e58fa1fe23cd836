import type { Knex } from 'knex';

import type { WritePlan } from '../import/plan/write-plan';
import type { EntityLink } from './entity-link';
import { MENTION_ARTICLES, MENTIONS } from './mention-tables';
import { mentionsOf } from './read-mentions';
import { relinkArticles, type Relink } from './relink-articles';
import { versionName, type ArticleVersion } from './stored-mention';

/** More are left for `link`, which takes its time: an import's transaction must stay short. */
const MOST_MENTIONS = 2000;

/**
 * Gives a new record the mentions that stood for none so far, and its articles the link. `except` are articles that the
 * caller is about to write.
 */
export async function linkEarlierMentions(
  trx: Knex.Transaction,
  plan: WritePlan,
  links: readonly EntityLink[],
  except: readonly ArticleVersion[] = [],
): Promise<number> {
  if (links.length === 0) return 0;
  const rows: (ArticleVersion & { article: number | string; name: number | string })[] = await trx({
    m: MENTIONS,
  })
    .join({ a: MENTION_ARTICLES }, 'a.id', 'm.article')
    .whereIn(
      'm.name',
      links.map(({ name }) => name),
    )
    .whereNull('m.entity')
    .limit(MOST_MENTIONS)
    .select('m.article', 'm.name', 'a.target', 'a.locale');
  const skipped = new Set(except.map(versionName));
  const own = rows.filter((row) => !skipped.has(versionName(row)));
  const relinks: Relink[] = [];
  for (const { name, entity } of links) {
    const mine = own.filter((row) => Number(row.name) === name);
    if (mine.length === 0) continue;
    await trx(MENTIONS)
      .where({ name })
      .whereIn(
        'article',
        mine.map((row) => row.article),
      )
      .update({ entity: entity.documentId });
    relinks.push(...mine.map(({ target, locale }) => ({ target, locale, remove: null, add: entity })));
  }
  await relinkArticles(trx, plan, relinks, await ordersOf(trx, relinks));
  return own.length;
}

/** The entities of articles in the order of the text, by `target/locale`. */
async function ordersOf(
  trx: Knex.Transaction,
  versions: readonly ArticleVersion[],
): Promise<Map<string, string[]>> {
  const orders = new Map<string, string[]>();
  for (const [name, { mentions }] of await mentionsOf(trx, versions)) {
    orders.set(name, [...new Set(mentions.flatMap(({ entity }) => entity ?? []))]);
  }
  return orders;
}
