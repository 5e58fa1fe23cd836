import type { Knex } from 'knex';

import { foldName } from '../../../core/entities/fold-name';
import { nameHash } from '../../../core/entities/name-hash';
import { typeOf, type LinkPlan, type WritePlan } from '../import/plan/write-plan';
import { loadEntities, type EntityAuthority } from '../import/resolve/entity-authority';
import type { DocumentRows } from '../import/write/insert-documents';
import { insertRows } from '../import/write/insert-rows';
import { rowsOf } from '../import/write/rows-of';
import { linkEarlierMentions } from '../mentions/link-earlier-mentions';
import { MENTION_ARTICLES, MENTIONS } from '../mentions/mention-tables';
import { relinkArticles } from '../mentions/relink-articles';
import { versionName, type ArticleVersion } from '../mentions/stored-mention';
import { MOVED_LINKS } from './change-table';
import { changesOf, endChange, type EntityChange } from './entity-change';

/** Articles that are changed together: a batch must not keep editors waiting. */
const ARTICLES_A_BATCH = 200;

export interface ChangeSite {
  readonly knex: Knex;
  readonly plan: WritePlan;
  /** Runs what writes in a transaction of its own. */
  readonly within: (write: (trx: Knex.Transaction) => Promise<number>) => Promise<number>;
}

/** Does what is left of all open changes, oldest first. Broken off at any point, it goes on from there. */
export async function carryOutChanges(site: ChangeSite): Promise<void> {
  for (const change of await changesOf(site.knex, { state: 'open' })) {
    const entities = await loadEntities(site.knex, site.plan);
    for (let more = 1; more > 0; )
      more = await site.within((trx) => nextBatch(trx, site.plan, entities, change));
    await endChange(site.knex, change.id, 'done');
  }
}

/** One batch of a change; 0 where nothing is left of it. */
async function nextBatch(
  trx: Knex.Transaction,
  plan: WritePlan,
  entities: EntityAuthority,
  change: EntityChange,
): Promise<number> {
  switch (change.kind) {
    case 'merge':
      return moveLinks(trx, plan, change, entities.get(change.entity));
    case 'unmerge':
      return moveBack(trx, plan, entities, change);
    case 'split':
      return partMentions(trx, plan, entities, change);
    case 'reject':
      return release(trx, plan, change.entity);
    case 'link':
      return linkNames(trx, plan, entities, change);
    case 'rename':
    case 'remove':
    case 'distinct':
      return 0;
  }
}

/** Mentions stay with the merged record, which leads to the other one; the links of articles move. */
async function moveLinks(
  trx: Knex.Transaction,
  plan: WritePlan,
  { id, entity }: EntityChange,
  survivor: DocumentRows | null,
): Promise<number> {
  const articles = await articlesLinkedTo(trx, plan, entity);
  if (survivor === null || articles.length === 0) return 0;
  const both = await linkedToBoth(trx, plan, articles, survivor.documentId);
  const moved = articles.map(({ target, locale }) => {
    return { merge: id, target, locale, had_both: both.has(versionName({ target, locale })) ? 1 : 0 };
  });
  await insertRows(trx, rowsOf(MOVED_LINKS, moved));
  await relinkArticles(
    trx,
    plan,
    articles.map((article) => ({ ...article, remove: entity, add: survivor })),
  );
  return articles.length;
}

async function moveBack(
  trx: Knex.Transaction,
  plan: WritePlan,
  entities: EntityAuthority,
  change: EntityChange,
): Promise<number> {
  const own = entities.get(change.entity);
  const merge = Number(change.names[0]);
  const into = change.other ?? '';
  if (own === null) return 0;
  const moved: (ArticleVersion & { had_both: number })[] = await trx(MOVED_LINKS)
    .where({ merge })
    .limit(ARTICLES_A_BATCH)
    .select('target', 'locale', 'had_both');
  await relinkArticles(
    trx,
    plan,
    moved.map(({ target, locale, had_both }) => {
      const stays = had_both === 1;
      return { target, locale, remove: stays ? null : into, add: own, always: true };
    }),
  );
  await trx(MOVED_LINKS)
    .where({ merge })
    .whereIn(
      'target',
      moved.map(({ target }) => target),
    )
    .delete();
  return moved.length;
}

/** Gives the mentions of some names to the new record; an article keeps the old one where it has other names of it. */
async function partMentions(
  trx: Knex.Transaction,
  plan: WritePlan,
  entities: EntityAuthority,
  { entity, other, names }: EntityChange,
): Promise<number> {
  const fresh = other === null ? null : entities.get(other);
  if (fresh === null) return 0;
  const hashes = names.map((name) => nameHash(foldName(name)));
  const rows: (ArticleVersion & { article: number | string; name: number | string })[] = await trx({
    m: MENTIONS,
  })
    .join({ a: MENTION_ARTICLES }, 'a.id', 'm.article')
    .where({ 'm.entity': entity })
    .whereIn('m.name', hashes)
    .limit(ARTICLES_A_BATCH)
    .select('m.article', 'm.name', 'a.target', 'a.locale');
  const articles = [...new Set(rows.map((row) => row.article))];
  await trx(MENTIONS)
    .where({ entity })
    .whereIn('name', hashes)
    .whereIn('article', articles)
    .update({ entity: other });
  const staying: { article: number | string }[] = await trx(MENTIONS)
    .where({ entity })
    .whereIn('article', articles)
    .distinct('article');
  const stays = new Set(staying.map(({ article }) => Number(article)));
  await relinkArticles(
    trx,
    plan,
    rows.map(({ article, target, locale }) => {
      return { target, locale, remove: stays.has(Number(article)) ? null : entity, add: fresh, always: true };
    }),
  );
  return rows.length;
}

/** Takes a record that is about to go off all its articles, so that none of them looks edited for it. */
export async function releaseLinks(trx: Knex.Transaction, plan: WritePlan, entity: string): Promise<void> {
  for (;;) {
    const articles = await articlesLinkedTo(trx, plan, entity);
    if (articles.length === 0) return;
    await relinkArticles(
      trx,
      plan,
      articles.map((article) => ({ ...article, remove: entity, add: null })),
    );
  }
}

async function release(trx: Knex.Transaction, plan: WritePlan, entity: string): Promise<number> {
  const articles = await articlesLinkedTo(trx, plan, entity);
  await relinkArticles(
    trx,
    plan,
    articles.map((article) => ({ ...article, remove: entity, add: null })),
  );
  const rows: { article: number | string }[] = await trx(MENTIONS)
    .where({ entity })
    .limit(ARTICLES_A_BATCH)
    .select('article');
  const numbers = rows.map(({ article }) => article);
  await trx(MENTIONS).where({ entity }).whereIn('article', numbers).update({ entity: null });
  return articles.length + rows.length;
}

/** Only names that stand for this record alone. */
async function linkNames(
  trx: Knex.Transaction,
  plan: WritePlan,
  entities: EntityAuthority,
  { entity, names }: EntityChange,
): Promise<number> {
  const own = entities.get(entity);
  if (own === null || own.rejected) return 0;
  const hashes = [...new Set(names.map((name) => nameHash(foldName(name))))];
  const mine = hashes.filter((hash) => entities.find(hash, null)?.documentId === own.documentId);
  return linkEarlierMentions(
    trx,
    plan,
    mine.map((name) => ({ name, entity: own })),
  );
}

function entityLink(plan: WritePlan): { table: string; link: LinkPlan; articles: string } | null {
  const target = plan.content.article;
  const attribute = target?.attributes.entities;
  const type = target ? typeOf(plan, target.uid) : null;
  const link = type && attribute ? type.links[attribute] : undefined;
  return type && link ? { table: typeOf(plan, link.target).table, link, articles: type.table } : null;
}

async function articlesLinkedTo(
  trx: Knex.Transaction,
  plan: WritePlan,
  entity: string,
): Promise<ArticleVersion[]> {
  const known = entityLink(plan);
  if (known === null) return [];
  const { link, table, articles } = known;
  const rows: { target: string; locale: string | null }[] = await trx({ link: link.table })
    .join({ entity: table }, `link.${link.to}`, 'entity.id')
    .join({ article: articles }, `link.${link.from}`, 'article.id')
    .where('entity.document_id', entity)
    .limit(ARTICLES_A_BATCH)
    .distinct({ target: 'article.document_id' }, 'article.locale');
  return rows.map(({ target, locale }) => ({ target, locale: locale ?? '' }));
}

async function linkedToBoth(
  trx: Knex.Transaction,
  plan: WritePlan,
  articles: readonly ArticleVersion[],
  entity: string,
): Promise<Set<string>> {
  const known = entityLink(plan);
  if (known === null) return new Set();
  const { link, table } = known;
  const rows: { target: string; locale: string | null }[] = await trx({ link: link.table })
    .join({ entity: table }, `link.${link.to}`, 'entity.id')
    .join({ article: known.articles }, `link.${link.from}`, 'article.id')
    .where('entity.document_id', entity)
    .whereIn(
      'article.document_id',
      articles.map(({ target }) => target),
    )
    .distinct({ target: 'article.document_id' }, 'article.locale');
  return new Set(rows.map(({ target, locale }) => versionName({ target, locale: locale ?? '' })));
}
