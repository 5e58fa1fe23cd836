import type { Knex } from 'knex';

import { IMPORT_JOB } from '../../plugin-id';
import { typeOf, type WritePlan } from '../plan/write-plan';

/** First statement of a transaction that writes: SQLite then gives the lock now and not half-way. Fits no row. */
export async function beginWriting(trx: Knex.Transaction, plan: WritePlan): Promise<void> {
  await trx(typeOf(plan, IMPORT_JOB).table).where({ id: -1 }).update({ id: -1 });
}
