import type { Knex } from 'knex';

import type { TypePlan } from '../plan/write-plan';
import type { Value } from './cell-of';
import { newDocumentId } from './document-id';
import { insertRows } from './insert-rows';
import { layoutOf, pushRow, tableRows, type Layout } from './table-rows';

/** Inserts rows of one of the plugin's own types; the database numbers them. */
export async function insertInternal(
  trx: Knex.Transaction,
  type: TypePlan,
  values: readonly Readonly<Record<string, Value>>[],
  now: Date,
): Promise<void> {
  const layout = withoutId(type);
  const rows = tableRows(type.table, layout.columns);
  const system: Record<string, Value> = { createdAt: now, updatedAt: now, publishedAt: now };
  for (const row of values) {
    system['documentId'] = newDocumentId();
    pushRow(rows.cells, layout, row, system);
  }
  await insertRows(trx, rows);
}

const layouts = new WeakMap<TypePlan, Layout>();

function withoutId(type: TypePlan): Layout {
  const known = layouts.get(type);
  if (known) return known;
  const columns = Object.fromEntries(Object.entries(type.columns).filter(([name]) => name !== 'id'));
  const layout = layoutOf(columns);
  layouts.set(type, layout);
  return layout;
}
