import type { Knex } from 'knex';

import type { QuarantinedRecord, ReviewPage } from '../../../shared/review-api';
import { typeOf, type WritePlan } from '../import/plan/write-plan';
import { timeOf } from '../import/write/cell-of';
import { IMPORT_JOB, LEDGER_RECORD } from '../plugin-id';

/**
 * Rows of the ledger that wait for a person: quarantined, and not settled by a later import of the same record. Written
 * out, since a database uses a partial index only where it sees the index's own condition.
 */
export const WAITING = "outcome = 'quarantined' and settled_by is null";

/** Rows that a person decided about. */
export const REVIEWED = 'review is not null';

/** Of those that wait, the rows of jobs that were not taken back. */
export function waitingRecords(knex: Knex, plan: WritePlan): Knex.QueryBuilder {
  const takenBack = knex(typeOf(plan, IMPORT_JOB).table)
    .whereIn('state', ['rollingBack', 'rolledBack'])
    .select('id');
  return knex(typeOf(plan, LEDGER_RECORD).table).whereRaw(WAITING).whereNotIn('job', takenBack);
}

/** How many records wait. */
export async function countWaitingRecords(knex: Knex, plan: WritePlan): Promise<number> {
  const [row]: { count: number | string }[] = await waitingRecords(knex, plan).count({ count: '*' });
  return Number(row?.count ?? 0);
}

/** Records that wait, newest first, those before the row `after`. */
export async function waitingRecordsPage(
  knex: Knex,
  plan: WritePlan,
  { after, most, job }: { readonly after: number | null; readonly most: number; readonly job: number | null },
): Promise<ReviewPage<QuarantinedRecord>> {
  const query = waitingRecords(knex, plan)
    .orderBy('id', 'desc')
    .limit(most + 1)
    .select(RECORD_COLUMNS);
  if (after !== null) void query.where('id', '<', after);
  if (job !== null) void query.where({ job });
  const found: RecordRow[] = await query;
  const rows = found.slice(0, most).map(recordView);
  return { rows, next: found.length > most ? (rows.at(-1)?.id ?? null) : null };
}

export const RECORD_COLUMNS = [
  'id',
  'job',
  'dump_path',
  'member',
  'record_index',
  'title',
  'reason',
  'created_at',
] as const;

export interface RecordRow {
  readonly id: number;
  readonly job: number;
  readonly dump_path: string;
  readonly member: string | null;
  readonly record_index: number;
  readonly title: string | null;
  readonly reason: string | null;
  readonly created_at: unknown;
}

export function recordView(row: RecordRow): QuarantinedRecord {
  return {
    id: row.id,
    job: row.job,
    file: row.dump_path,
    member: row.member,
    recordIndex: row.record_index,
    title: row.title,
    reason: row.reason,
    at: timeOf(row.created_at)?.toISOString() ?? null,
  };
}
