import type { Knex } from 'knex';

import { ISSUES } from '../../../../core/issue';
import type { Outcome } from '../../../../core/outcome';
import type { ReasonGroup } from '../../../../shared/job-api';
import { LEDGER_RECORD } from '../../plugin-id';
import { typeOf, type WritePlan } from '../plan/write-plan';

const EXAMPLES = 3;
const TOLD: readonly Outcome[] = ['quarantined', 'rejected', 'duplicate', 'kept'];

/** Groups the records of a job that were not written by why, with examples; the most frequent reason first. */
export async function ledgerReasons(knex: Knex, plan: WritePlan, job: number): Promise<ReasonGroup[]> {
  const { table } = typeOf(plan, LEDGER_RECORD);
  const groups: { outcome: Outcome; reason: string; count: number | string }[] = await knex(table)
    .where({ job })
    .whereIn('outcome', TOLD)
    .whereNotNull('reason')
    .groupBy('outcome', 'reason')
    .select('outcome', 'reason')
    .count({ count: '*' });
  const sorted = groups.sort((one, other) => Number(other.count) - Number(one.count));
  return Promise.all(
    sorted.map(async ({ outcome, reason, count }) => ({
      outcome,
      reason,
      records: Number(count),
      advice: reason in ISSUES ? ISSUES[reason as keyof typeof ISSUES] : null,
      examples: await examplesOf(knex, plan, { job, outcome, reason }),
    })),
  );
}

async function examplesOf(
  knex: Knex,
  plan: WritePlan,
  where: { readonly job: number; readonly outcome: Outcome; readonly reason: string },
): Promise<ReasonGroup['examples']> {
  const { table, columns } = typeOf(plan, LEDGER_RECORD);
  return knex(table)
    .where(where)
    .orderBy('id')
    .limit(EXAMPLES)
    .select({ id: 'id', dumpPath: columns['dumpPath']?.column ?? 'dump_path', title: 'title' });
}
