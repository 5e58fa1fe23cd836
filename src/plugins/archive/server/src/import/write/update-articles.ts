import type { Knex } from 'knex';

import { mergeFields } from '../../../../core/merge/merge-fields';
import { typeOf, type TypePlan } from '../plan/write-plan';
import { FIELD_GROUPS } from '../resolve/article-values';
import type { ImportContext } from '../resolve/import-context';
import type { ImportedState } from '../resolve/known-rows';
import type { PreparedArticle } from '../resolve/prepare-record';
import { articleRows, type ArticleRow } from './article-rows';
import { cellOf, type Value } from './cell-of';
import { importedFields } from './imported-fields';
import { linkRows, type DocumentRows, type NewDocument } from './insert-documents';
import { insertRows } from './insert-rows';

export interface ChangedArticle {
  readonly article: PreparedArticle;
  readonly state: ImportedState;
  readonly links: NewDocument['links'];
}

/** One field of one row that the dump changed: written, or kept because a person had changed it. */
export interface FieldChange {
  readonly row: 'draft' | 'published';
  readonly field: string;
  readonly kept: boolean;
  readonly before: Value;
  readonly after: Value;
  /** When the row was last changed before, so that undoing leaves a person's mark on it. */
  readonly rowChangedAt: string | null;
  /** Where it is a field of a media item of the article: that item. */
  readonly media?: string;
}

export interface UpdateResult {
  readonly outcome: 'updated' | 'unchanged' | 'kept';
  readonly reason: string | null;
  readonly changes: readonly FieldChange[];
}

/**
 * Brings articles up to what their records say today, row by row: draft and published each on its own, so that a
 * person's unfinished draft is never published and never lost. A row that a person removed is not made again.
 */
export async function updateArticles(
  trx: Knex.Transaction,
  context: ImportContext,
  articles: readonly ChangedArticle[],
): Promise<UpdateResult[]> {
  const target = context.plan.content.article;
  if (!target || articles.length === 0) return [];
  const type = typeOf(context.plan, target.uid);
  const rows = await articleRows(
    trx,
    context.plan,
    type,
    articles.map(({ state }) => state),
  );
  const results: UpdateResult[] = [];
  for (const changed of articles) {
    const own = rows.get(`${changed.state.target}/${changed.state.locale}`) ?? [];
    results.push(await updateArticle(trx, context, type, changed, own));
  }
  return results;
}

async function updateArticle(
  trx: Knex.Transaction,
  context: ImportContext,
  type: TypePlan,
  changed: ChangedArticle,
  rows: readonly ArticleRow[],
): Promise<UpdateResult> {
  if (rows.length === 0) return { outcome: 'kept', reason: 'deleted', changes: [] };
  const changes: FieldChange[] = [];
  for (const row of rows) changes.push(...(await updateRow(trx, context, type, changed, row)));
  if (changes.some((change) => change.kept)) return { outcome: 'kept', reason: 'edited', changes };
  return { outcome: changes.length > 0 ? 'updated' : 'unchanged', reason: null, changes };
}

async function updateRow(
  trx: Knex.Transaction,
  context: ImportContext,
  type: TypePlan,
  { article, state, links }: ChangedArticle,
  row: ArticleRow,
): Promise<FieldChange[]> {
  const merge = mergeFields({
    last: state.fields,
    current: row.hashes,
    incoming: JSON.parse(importedFields(article, links).json) as Record<string, string>,
    groups: FIELD_GROUPS,
  });
  const version = row.published && type.draftAndPublish ? 'published' : 'draft';
  const change =
    (kept: boolean) =>
    (field: string): FieldChange => ({
      row: version,
      field,
      kept,
      before: row.values[field] ?? null,
      rowChangedAt: row.updatedAt?.toISOString() ?? null,
      after: article.values[field] ?? links[field]?.map((one) => one.documentId) ?? null,
    });
  if (merge.write.length > 0) await writeFields(trx, context, type, { article, links }, row, merge.write);
  return [...merge.write.map(change(false)), ...merge.kept.map(change(true))];
}

async function writeFields(
  trx: Knex.Transaction,
  context: ImportContext,
  type: TypePlan,
  { article, links }: { article: PreparedArticle; links: NewDocument['links'] },
  row: ArticleRow,
  fields: readonly string[],
): Promise<void> {
  const cells: Record<string, ReturnType<typeof cellOf>> = {};
  const bookkeeping = { contentHash: article.contentHash, importJob: context.job, updatedAt: context.now() };
  for (const name of [...fields, ...Object.keys(bookkeeping)]) {
    const column = type.columns[name];
    const value = { ...article.values, ...bookkeeping }[name];
    if (column && value !== undefined) cells[column.column] = cellOf(column, value);
  }
  await trx(type.table).where({ id: row.id }).update(cells);
  for (const name of fields) {
    const targets = links[name];
    if (targets) await replaceLinks(trx, type, name, row, targets);
  }
}

async function replaceLinks(
  trx: Knex.Transaction,
  type: TypePlan,
  name: string,
  row: ArticleRow,
  targets: readonly DocumentRows[],
): Promise<void> {
  const link = type.links[name];
  if (!link) return;
  await trx(link.table)
    .where({ [link.from]: row.id })
    .delete();
  await insertRows(trx, linkRows(link, row.id, row.published, targets));
}
