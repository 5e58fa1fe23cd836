import type { Knex } from 'knex';

import type { TypePlan } from '../plan/write-plan';

/** Deletes entries with their components; the database itself removes their links. */
export async function deleteEntries(
  trx: Knex.Transaction,
  type: TypePlan,
  ids: readonly number[],
): Promise<void> {
  if (ids.length === 0) return;
  for (const plan of Object.values(type.components)) {
    const rows: { id: number }[] = await trx(plan.table)
      .whereIn(plan.from, [...ids])
      .andWhere({ component_type: plan.component })
      .select({ id: plan.to });
    const components = rows.map((row) => row.id);
    await trx(plan.table)
      .whereIn(plan.from, [...ids])
      .delete();
    await trx(plan.componentTable).whereIn('id', components).delete();
  }
  await trx(type.table)
    .whereIn('id', [...ids])
    .delete();
}
