import type { Knex } from 'knex';

import type { Issue } from '../../../core/issue';
import type { QuarantinedRecord, RecordDecision } from '../../../shared/review-api';
import { typeOf, type WritePlan } from '../import/plan/write-plan';
import { fromJson } from '../import/write/cell-of';
import type { FieldChange } from '../import/write/update-articles';
import { LEDGER_RECORD } from '../plugin-id';
import { Refusal } from '../refusal';
import { RECORD_COLUMNS, recordView, type RecordRow } from './waiting-records';

/** A row of the ledger as a person who decides about it needs it. */
export interface ReviewedRow {
  readonly record: QuarantinedRecord;
  readonly outcome: string;
  readonly target: string | null;
  readonly locale: string | null;
  readonly bytes: { readonly start: number; readonly end: number };
  readonly issues: readonly Issue[];
  readonly changes: readonly FieldChange[];
  readonly decision: RecordDecision | null;
  readonly isSettled: boolean;
}

/** @throws Refusal where there is no such row. */
export async function ledgerRowToReview(knex: Knex, plan: WritePlan, id: number): Promise<ReviewedRow> {
  const row: (RecordRow & Record<string, unknown>) | undefined = await knex(typeOf(plan, LEDGER_RECORD).table)
    .where({ id })
    .first([
      ...RECORD_COLUMNS,
      ...[
        'outcome',
        'target',
        'locale',
        'start_byte',
        'end_byte',
        'issues',
        'changes',
        'review',
        'settled_by',
      ],
    ]);
  if (row === undefined) throw new Refusal('not-found', `The ledger has no record ${id}.`);
  const text = (name: string) => (typeof row[name] === 'string' ? row[name] : null);
  return {
    record: recordView(row),
    outcome: text('outcome') ?? '',
    target: text('target'),
    locale: text('locale'),
    bytes: { start: Number(row['start_byte'] ?? 0), end: Number(row['end_byte'] ?? 0) },
    issues: (fromJson(row['issues']) ?? []) as Issue[],
    changes: (fromJson(row['changes']) ?? []) as FieldChange[],
    decision: fromJson(row['review']) as RecordDecision | null,
    isSettled: row['settled_by'] !== null,
  };
}

/** @throws Refusal where somebody, or a later import, decided about it already. */
export function mustWait({ outcome, isSettled, record }: ReviewedRow): void {
  if (outcome === 'quarantined' && !isSettled) return;
  const how = outcome === 'quarantined' ? 'a later import of the same record' : `its outcome, "${outcome}"`;
  throw new Refusal('invalid', `Record ${record.id} does not wait any more: it was settled by ${how}.`);
}
