import type { Knex } from 'knex';

import { typeOf, type WritePlan } from '../plan/write-plan';
import type { Decision } from '../resolve/decide';

/** Of the articles that records were recognised as, those that people have not deleted. */
export async function existingTargets(
  trx: Knex.Transaction,
  plan: WritePlan,
  decisions: readonly Decision[],
): Promise<Set<string>> {
  const targets = decisions.flatMap((decision) => (decision.is === 'seen' ? [decision.target] : []));
  if (targets.length === 0) return new Set();
  const { table } = typeOf(plan, plan.content.article?.uid ?? '');
  const rows: { documentId: string }[] = await trx(table)
    .whereIn('document_id', [...new Set(targets)])
    .distinct({ documentId: 'document_id' });
  return new Set(rows.map((row) => row.documentId));
}
