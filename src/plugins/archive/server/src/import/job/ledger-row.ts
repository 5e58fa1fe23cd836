import type { Knex } from 'knex';

import { LEDGER_RECORD } from '../../plugin-id';
import { typeOf, type WritePlan } from '../plan/write-plan';
import { cellOf, type Value } from '../write/cell-of';

/** Changes one row of the ledger, by the names of its attributes. */
export async function updateLedgerRow(
  trx: Knex.Transaction,
  plan: WritePlan,
  id: number,
  values: Readonly<Record<string, Value>>,
): Promise<void> {
  const { table, columns } = typeOf(plan, LEDGER_RECORD);
  const cells: Record<string, ReturnType<typeof cellOf>> = {};
  for (const [name, value] of Object.entries(values)) {
    const column = columns[name];
    if (column) cells[column.column] = cellOf(column, value);
  }
  await trx(table).where({ id }).update(cells);
}
