import type { Knex } from 'knex';

import { typeOf, type TypePlan, type WritePlan } from '../plan/write-plan';
import { fieldHash } from '../resolve/hash';
import type { ArticleRow } from '../write/article-rows';
import { cellOf, type Value } from '../write/cell-of';
import { linkRows, type DocumentRows } from '../write/insert-documents';
import { insertRows } from '../write/insert-rows';
import { linkHash } from '../write/link-hash';
import type { FieldChange } from '../write/update-articles';
import type { ImportedRow } from './imported-rows';
import type { Fate } from './undo-batch';

/**
 * Gives fields back the values that they had before the last import of `history` (oldest first), except those that a
 * person changed since.
 */
export async function restoreArticle(
  trx: Knex.Transaction,
  plan: WritePlan,
  type: TypePlan,
  rows: readonly ArticleRow[],
  changes: readonly FieldChange[],
  history: readonly ImportedRow[],
): Promise<Fate> {
  const written = changes.filter((change) => !change.kept && change.media === undefined);
  const last = history.at(-1);
  if (!last) return 'untouched';
  let stays = false;
  for (const row of rows) {
    const own = written.filter(
      (change) => change.row === (row.published && type.draftAndPublish ? 'published' : 'draft'),
    );
    const ours = own.filter(
      (change) => row.hashes[change.field] === hashOf(type, change.field, change.after),
    );
    stays ||= ours.length < own.length;
    await restoreRow(trx, plan, type, row, ours, { before: history.at(-2) ?? null, own: last });
  }
  if (written.length === 0) return 'untouched';
  return stays ? 'staysEdited' : 'restored';
}

function hashOf(type: TypePlan, field: string, value: Value): string {
  return type.links[field] ? linkHash(idsOf(value)) : fieldHash(value);
}

function idsOf(value: Value): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

async function restoreRow(
  trx: Knex.Transaction,
  plan: WritePlan,
  type: TypePlan,
  row: ArticleRow,
  changes: readonly FieldChange[],
  { before, own }: { readonly before: ImportedRow | null; readonly own: ImportedRow },
): Promise<void> {
  if (changes.length === 0) return;
  const bookkeeping = {
    contentHash: before?.contentHash ?? null,
    importJob: before?.job ?? null,
    updatedAt: changedAt(row, changes, own),
  };
  const values = {
    ...Object.fromEntries(changes.map((change) => [change.field, change.before])),
    ...bookkeeping,
  };
  const cells: Record<string, ReturnType<typeof cellOf>> = {};
  for (const [name, value] of Object.entries(values)) {
    const column = type.columns[name];
    if (column) cells[column.column] = cellOf(column, value);
  }
  await trx(type.table).where({ id: row.id }).update(cells);
  for (const { field, before: value } of changes) {
    const link = type.links[field];
    if (!link) continue;
    await trx(link.table)
      .where({ [link.from]: row.id })
      .delete();
    const targets = await documentRows(trx, typeOf(plan, link.target), idsOf(value));
    await insertRows(trx, linkRows(link, row.id, row.published, targets));
  }
}

/** The time of change from before the import, or a person's where one saved the row since: it must go on to show. */
function changedAt(row: ArticleRow, changes: readonly FieldChange[], own: ImportedRow): Date | null {
  const before = changes[0]?.rowChangedAt ?? null;
  const untouched = row.updatedAt?.getTime() === own.at.getTime();
  return untouched && before !== null ? new Date(before) : row.updatedAt;
}

/** The rows of documents, in the order asked for; those that are gone are left out. */
async function documentRows(
  trx: Knex.Transaction,
  type: TypePlan,
  documentIds: readonly string[],
): Promise<DocumentRows[]> {
  const rows: { id: number; documentId: string; publishedAt: unknown }[] = await trx(type.table)
    .whereIn('document_id', [...documentIds])
    .select('id', { documentId: 'document_id', publishedAt: 'published_at' });
  return documentIds.flatMap((documentId) => {
    const own = rows.filter((row) => row.documentId === documentId);
    const draft = own.find((row) => row.publishedAt === null) ?? own[0];
    if (!draft) return [];
    const published = own.find((row) => row.publishedAt !== null);
    return [{ documentId, draft: draft.id, published: published?.id ?? null }];
  });
}
