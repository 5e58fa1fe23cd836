import type { Knex } from 'knex';

import { typeOf, type LinkPlan, type TypePlan, type WritePlan } from '../../import/plan/write-plan';
import { captionList, mediaItems, type MediaItem } from '../../import/resolve/media-items';
import { captionMark } from '../../import/resolve/media-values';
import { captionMarksOf } from '../../import/resolve/merge-media';
import { deleteEntries } from '../../import/undo/delete-entries';
import type { ArticleRow } from '../../import/write/article-rows';
import { fromJson } from '../../import/write/cell-of';
import type { ArticleVersion } from '../../mentions/stored-mention';
import { IMPORTED_ENTRY, RECORD_KEY } from '../../plugin-id';

/**
 * Erases the media items that no other article has, and of those that others have, too, the captions that this article
 * alone gave. A file that people put into Strapi's media library is theirs and stays.
 */
export async function eraseMedia(
  trx: Knex.Transaction,
  plan: WritePlan,
  version: ArticleVersion,
  rows: readonly ArticleRow[],
): Promise<void> {
  const media = plan.content.media;
  const article = typeOf(plan, plan.content.article?.uid ?? '');
  const link = article.links[plan.content.article?.attributes['mediaItems'] ?? ''];
  if (!media || !link) return;
  const type = typeOf(plan, media.uid);
  const own = rows.map(({ id }) => id);
  const linked: { documentId: string; id: number }[] = await trx(type.table)
    .whereIn('id', trx(link.table).whereIn(link.from, own).select(link.to))
    .select('id', { documentId: 'document_id' });
  const items = await mediaItems(trx, plan, type, [...new Set(linked.map(({ documentId }) => documentId))]);
  for (const item of items.values()) {
    const others = await otherArticles(trx, article, link, item, own);
    if (others.length === 0) await eraseItem(trx, plan, type, item);
    else await eraseCaptions(trx, plan, item, version, others);
  }
}

/** Document IDs of the other articles that have an item. */
async function otherArticles(
  trx: Knex.Transaction,
  article: TypePlan,
  link: LinkPlan,
  item: MediaItem,
  own: readonly number[],
): Promise<string[]> {
  const ids = item.rows.map(({ id }) => id);
  const rows: { documentId: string }[] = await trx(article.table)
    .whereIn('id', trx(link.table).whereIn(link.to, ids).whereNotIn(link.from, own).select(link.from))
    .distinct({ documentId: 'document_id' });
  return rows.map(({ documentId }) => documentId);
}

async function eraseItem(
  trx: Knex.Transaction,
  plan: WritePlan,
  type: TypePlan,
  { documentId, rows }: MediaItem,
): Promise<void> {
  await deleteEntries(
    trx,
    type,
    rows.map(({ id }) => id),
  );
  await trx(typeOf(plan, RECORD_KEY).table).where({ target: documentId }).delete();
  await trx(typeOf(plan, IMPORTED_ENTRY).table)
    .where({ target: documentId, content_type: type.uid })
    .delete();
}

async function eraseCaptions(
  trx: Knex.Transaction,
  plan: WritePlan,
  { documentId, rows }: MediaItem,
  { target, locale }: ArticleVersion,
  others: readonly string[],
): Promise<void> {
  const list = captionList(plan);
  if (!list) return;
  const marks = async (query: Knex.QueryBuilder) => {
    const found: { fields: unknown }[] = await query.select('fields');
    const memories = found.map(({ fields }) => (fromJson(fields) ?? {}) as Record<string, string>);
    return new Set(memories.flatMap((memory) => captionMarksOf(memory, documentId)));
  };
  const imported = () => trx(typeOf(plan, IMPORTED_ENTRY).table);
  const said = await marks(imported().where({ target, locale }));
  const saidByOthers = await marks(imported().whereIn('target', others));
  const gone = rows
    .flatMap(({ captions }) => captions)
    .filter((caption) => said.has(captionMark(caption)) && !saidByOthers.has(captionMark(caption)))
    .map(({ id }) => id);
  const { table, componentTable, to, component } = list.component;
  await trx(table).whereIn(to, gone).andWhere({ component_type: component }).delete();
  await trx(componentTable).whereIn('id', gone).delete();
}
