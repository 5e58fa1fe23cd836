import type { Knex } from 'knex';

import { typeOf, type LinkPlan, type TypePlan, type WritePlan } from '../import/plan/write-plan';
import { fromJson } from '../import/write/cell-of';
import { linkRows, type DocumentRows } from '../import/write/insert-documents';
import { insertRows } from '../import/write/insert-rows';
import { tableRows } from '../import/write/table-rows';
import { linkHash } from '../import/write/link-hash';
import { IMPORTED_ENTRY } from '../plugin-id';
import { versionName, type ArticleVersion } from './stored-mention';

/** One change of an article's links to entities. */
export interface Relink extends ArticleVersion {
  /** Document ID of the entity to take away; null for none. */
  readonly remove: string | null;
  /** The entity to put in its place, or at the end where nothing is taken away; null for none. */
  readonly add: DocumentRows | null;
  /** A person's decision: added at the end even where an editor had changed the links. */
  readonly always?: boolean;
}

/** A row of an article, with what it is linked to, in order. */
interface LinkedRow extends ArticleVersion {
  readonly id: number;
  readonly published: boolean;
  entities: DocumentRows[];
}

interface LastImport {
  readonly id: number;
  readonly fields: Record<string, string>;
}

/**
 * Changes the links of articles, draft and published rows alike, in the caller's transaction. Where the links were as
 * the last import left them, it counts as the import's doing: a later import must not take it for an editor's. Where
 * an editor had changed them, an entity is replaced but none is added. `orders` gives entities by `target/locale` in
 * the order of the text. Returns the articles that were changed.
 */
export async function relinkArticles(
  trx: Knex.Transaction,
  plan: WritePlan,
  relinks: readonly Relink[],
  orders: ReadonlyMap<string, readonly string[]> = new Map(),
): Promise<ArticleVersion[]> {
  const target = plan.content.article;
  const attribute = target?.attributes.entities ?? null;
  const type = target ? typeOf(plan, target.uid) : null;
  const link = type && attribute ? type.links[attribute] : undefined;
  if (!type || !attribute || !link || relinks.length === 0) return [];
  const rows = await linkedRows(trx, plan, type, link, relinks);
  const imports = await lastImports(trx, plan, type.uid, relinks);
  const byArticle = new Map<string, Relink[]>();
  for (const relink of relinks) {
    byArticle.set(versionName(relink), [...(byArticle.get(versionName(relink)) ?? []), relink]);
  }
  const changed: LinkedRow[] = [];
  const hashes = new Map<number, Record<string, string>>();
  for (const row of rows) {
    const last = imports.get(versionName(row));
    const before = hashOf(row);
    const isImports = last !== undefined && last.fields[attribute] === before;
    const relinkedTo = (byArticle.get(versionName(row)) ?? []).reduce(
      (list, relink) => relinked(list, relink, isImports),
      row.entities,
    );
    const entities = isImports ? inOrder(relinkedTo, orders.get(versionName(row))) : relinkedTo;
    if (linkHash(entities.map(({ documentId }) => documentId)) === before) continue;
    row.entities = entities;
    changed.push(row);
    if (isImports) hashes.set(last.id, { ...last.fields, [attribute]: hashOf(row) });
  }
  await writeLinks(trx, link, changed);
  const { table } = typeOf(plan, IMPORTED_ENTRY);
  for (const [id, fields] of hashes)
    await trx(table)
      .where({ id })
      .update({ fields: JSON.stringify(fields) });
  return [...new Map(changed.map((row) => [versionName(row), row])).values()];
}

function hashOf({ entities }: LinkedRow): string {
  return linkHash(entities.map(({ documentId }) => documentId));
}

/** In the order in which the article speaks of them, as an import would have linked them at once. */
function inOrder(list: readonly DocumentRows[], order: readonly string[] | undefined): DocumentRows[] {
  if (order === undefined) return [...list];
  const placeOf = ({ documentId }: DocumentRows) => {
    const place = order.indexOf(documentId);
    return place < 0 ? order.length : place;
  };
  return [...list].sort((one, other) => placeOf(one) - placeOf(other));
}

function relinked(
  list: readonly DocumentRows[],
  { remove, add, always }: Relink,
  mayAdd: boolean,
): DocumentRows[] {
  const had = add !== null && list.some(({ documentId }) => documentId === add.documentId);
  const replacement = add === null || had ? [] : [add];
  if (remove === null) return mayAdd || always === true ? [...list, ...replacement] : [...list];
  return list.flatMap((one) => (one.documentId === remove ? replacement : [one]));
}

async function linkedRows(
  trx: Knex.Transaction,
  plan: WritePlan,
  type: TypePlan,
  link: LinkPlan,
  versions: readonly ArticleVersion[],
): Promise<LinkedRow[]> {
  const wanted = new Set(versions.map(versionName));
  const found: { id: number; target: string; locale: string | null; publishedAt: unknown }[] = await trx(
    type.table,
  )
    .whereIn('document_id', [...new Set(versions.map((version) => version.target))])
    .select('id', { target: 'document_id' }, 'locale', { publishedAt: 'published_at' });
  const rows = found.flatMap(({ id, target, locale, publishedAt }): LinkedRow[] => {
    const row = { id, target, locale: locale ?? '', published: publishedAt !== null, entities: [] };
    return wanted.has(versionName(row)) ? [row] : [];
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const entity = typeOf(plan, link.target);
  const links: { from: number; id: number; documentId: string }[] = await trx({ link: link.table })
    .join({ target: entity.table }, `link.${link.to}`, 'target.id')
    .whereIn(`link.${link.from}`, [...byId.keys()])
    .orderBy(`link.${link.order ?? 'id'}`)
    .select({ from: `link.${link.from}`, id: 'target.id', documentId: 'target.document_id' });
  for (const { from, id, documentId } of links) {
    byId.get(from)?.entities.push({ documentId, draft: id, published: id });
  }
  return rows;
}

async function lastImports(
  trx: Knex.Transaction,
  plan: WritePlan,
  contentType: string,
  versions: readonly ArticleVersion[],
): Promise<Map<string, LastImport>> {
  const rows: (ArticleVersion & { id: number; fields: unknown })[] = await trx(
    typeOf(plan, IMPORTED_ENTRY).table,
  )
    .whereIn('target', [...new Set(versions.map(({ target }) => target))])
    .andWhere({ content_type: contentType })
    .orderBy('id')
    .select('id', 'target', 'locale', 'fields');
  return new Map(
    rows.map((row) => [
      versionName(row),
      { id: row.id, fields: fromJson(row.fields) as Record<string, string> },
    ]),
  );
}

async function writeLinks(trx: Knex.Transaction, link: LinkPlan, rows: readonly LinkedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await trx(link.table)
    .whereIn(
      link.from,
      rows.map(({ id }) => id),
    )
    .delete();
  const rewritten = tableRows(link.table, linkRows(link, 0, false, []).columns);
  for (const { id, published, entities } of rows) {
    rewritten.cells.push(...linkRows(link, id, published, entities).cells);
  }
  await insertRows(trx, rewritten);
}
