import type { Knex } from 'knex';

import type { TypePlan } from '../plan/write-plan';
import { rowOf, type Value } from './cell-of';
import { newDocumentId } from './document-id';
import { insertRows } from './insert-rows';

/** Columns that the database fills (the ID) or that the plugin's own rows never use. */
const LEFT_OUT = new Set(['id']);

/** Inserts rows of one of the plugin's own types; the database numbers them. */
export async function insertInternal(
  trx: Knex.Transaction,
  type: TypePlan,
  rows: readonly Readonly<Record<string, Value>>[],
  now: Date,
): Promise<void> {
  const columns = Object.fromEntries(Object.entries(type.columns).filter(([name]) => !LEFT_OUT.has(name)));
  const system = { createdAt: now, updatedAt: now, publishedAt: now };
  await insertRows(
    trx,
    type.table,
    rows.map((row) => rowOf(columns, { documentId: newDocumentId(), ...system, locale: null, ...row })),
  );
}
