import type { Knex } from 'knex';

import type { ComponentPlan, WritePlan } from '../import/plan/write-plan';
import type { NamedRecord } from '../import/resolve/read-authority-names';
import { allocateIds } from '../import/write/allocate-ids';
import { insertRows } from '../import/write/insert-rows';
import { rowsOf } from '../import/write/rows-of';
import { layoutOf, pushRow, tableRows } from '../import/write/table-rows';
import { entityTarget } from './read-record';

function namesPlan(plan: WritePlan): { component: ComponentPlan; field: string } | null {
  const target = entityTarget(plan);
  const field = target?.attributes.names;
  const component = target && field ? target.type.components[field] : undefined;
  return component && field ? { component, field } : null;
}

/** Gives a record further names behind those that it has. */
export async function addNames(
  trx: Knex.Transaction,
  plan: WritePlan,
  record: NamedRecord,
  names: readonly string[],
): Promise<void> {
  const target = namesPlan(plan);
  if (target === null || names.length === 0) return;
  const { component, field } = target;
  for (const owner of rowNumbers(record)) {
    const [last]: { most: number | null }[] = await trx(component.table)
      .where({ [component.from]: owner, field })
      .max({ most: 'order' });
    const ids = await allocateIds(trx, component.componentTable, names.length);
    const layout = layoutOf(component.columns);
    const components = tableRows(component.componentTable, layout.columns);
    const places = names.map((text, index) => {
      const id = ids[index] ?? 0;
      pushRow(components.cells, layout, { text, language: null, preferred: false }, { id });
      return {
        [component.from]: owner,
        [component.to]: id,
        component_type: component.component,
        field,
        order: (last?.most ?? 0) + index + 1,
      };
    });
    await insertRows(trx, components);
    await insertRows(trx, rowsOf(component.table, places));
  }
}

/** Takes names away from a record; its display name stays. */
export async function removeNames(
  trx: Knex.Transaction,
  plan: WritePlan,
  record: NamedRecord,
  names: readonly string[],
): Promise<void> {
  const target = namesPlan(plan);
  const text = target?.component.columns['text']?.column;
  if (target === null || !text || names.length === 0) return;
  const { component, field } = target;
  const rows: { id: number }[] = await trx({ link: component.table })
    .join({ name: component.componentTable }, `link.${component.to}`, 'name.id')
    .where({ 'link.field': field })
    .whereIn(`link.${component.from}`, rowNumbers(record))
    .whereIn(`name.${text}`, [...names])
    .select({ id: 'name.id' });
  const ids = rows.map(({ id }) => id);
  await trx(component.table)
    .where({ field })
    .whereIn(component.from, rowNumbers(record))
    .whereIn(component.to, ids)
    .delete();
  await trx(component.componentTable).whereIn('id', ids).delete();
}

function rowNumbers({ draft, published }: NamedRecord): number[] {
  return published === null || published === draft ? [draft] : [draft, published];
}
