import type { Knex } from 'knex';

import { MENTIONS } from '../../mentions/mention-tables';
import { IMPORTED_ENTRY, RECORD_KEY } from '../../plugin-id';
import { typeOf, type TypePlan, type WritePlan } from '../plan/write-plan';
import { timeOf } from '../write/cell-of';
import { deleteEntries } from './delete-entries';
import type { Fate } from './undo-batch';

interface CreatedRecord {
  readonly target: string;
  readonly contentType: string;
  readonly at: Date;
}

/**
 * Removes the sources, eras, entities and media items that a job created, where nothing uses them any more and
 * nobody touched them. Eras go before the sources that publish them.
 */
export async function removeUnusedRecords(
  trx: Knex.Transaction,
  plan: WritePlan,
  job: number,
): Promise<Fate[]> {
  const article = plan.content.article?.uid ?? '';
  const rows: Record<string, unknown>[] = await trx(typeOf(plan, IMPORTED_ENTRY).table)
    .where({ job })
    .whereNot({ content_type: article })
    // One without rows tells of a change, not of a record that was created.
    .where('row_count', '>', 0)
    .select('target', { contentType: 'content_type', at: 'created_at' });
  const created = rows.map(
    (row): CreatedRecord => ({
      target: String(row['target']),
      contentType: String(row['contentType']),
      at: timeOf(row['at']) ?? new Date(0),
    }),
  );
  const source = plan.content.source?.uid;
  const uids = [...new Set(created.map((record) => record.contentType))];
  uids.sort((a, b) => Number(a === source) - Number(b === source));
  const fates: Fate[] = [];
  for (const uid of uids) {
    const own = created.filter((record) => record.contentType === uid);
    fates.push(...(await removeOfType(trx, plan, typeOf(plan, uid), own, job)));
  }
  return fates;
}

async function removeOfType(
  trx: Knex.Transaction,
  plan: WritePlan,
  type: TypePlan,
  created: readonly CreatedRecord[],
  job: number,
): Promise<Fate[]> {
  const fates: Fate[] = [];
  for (let from = 0; from < created.length; from += 500) {
    const part = created.slice(from, from + 500);
    const made = new Map(part.map((record) => [record.target, record.at.getTime()]));
    const rows: { id: number; target: string; updatedAt: unknown }[] = await trx(type.table)
      .whereIn('document_id', [...made.keys()])
      .select('id', { target: 'document_id', updatedAt: 'updated_at' });
    const used = await usedIds(
      trx,
      plan,
      type.uid,
      rows.map((row) => row.id),
    );
    const touched = new Set(
      rows
        .filter((row) => used.has(row.id) || timeOf(row.updatedAt)?.getTime() !== made.get(row.target))
        .map((row) => row.target),
    );
    const gone = rows.filter((row) => !touched.has(row.target));
    await deleteEntries(
      trx,
      type,
      gone.map((row) => row.id),
    );
    const targets = [...new Set(gone.map((row) => row.target))];
    if (type.uid === plan.content.entity?.uid)
      await trx(MENTIONS).whereIn('entity', targets).update({ entity: null });
    for (const uid of [IMPORTED_ENTRY, RECORD_KEY]) {
      await trx(typeOf(plan, uid).table).where({ job }).whereIn('target', targets).delete();
    }
    fates.push(...targets.map((): Fate => 'recordRemoved'), ...[...touched].map((): Fate => 'recordStays'));
  }
  return fates;
}

/** Of the given rows, those that any relation of the site points at. */
export async function usedIds(
  trx: Knex.Transaction,
  plan: WritePlan,
  uid: string,
  ids: readonly number[],
): Promise<Set<number>> {
  const used = new Set<number>();
  for (const { table, column } of plan.referrers[uid] ?? []) {
    const rows: { id: number }[] = await trx(table)
      .whereIn(column, [...ids])
      .distinct({ id: column });
    for (const row of rows) used.add(row.id);
  }
  return used;
}
