import type { Knex } from 'knex';

import type { Issue } from '../../../../core/issue';
import type { Outcome } from '../../../../core/outcome';
import type { ParsedRecord } from '../input/parsed-record';
import { LEDGER_RECORD } from '../../plugin-id';
import { typeOf, type WritePlan } from '../plan/write-plan';
import type { ImportContext } from '../resolve/import-context';
import { settleEarlierRows, settleReviewedRows } from './settle-earlier-rows';
import { emptyTally, type Tally } from './tally';
import { JsonText } from '../write/cell-of';
import type { FieldChange } from '../write/update-articles';
import { insertInternal } from '../write/insert-internal';

/** The one outcome of one record. */
export interface LedgerEntry {
  readonly parsed: ParsedRecord;
  readonly outcome: Outcome;
  /** Issue code, or `deleted`, `edited` for `kept`. */
  readonly reason: string | null;
  readonly issues: readonly Issue[];
  /** By field, as JSON. */
  readonly evidence: string;
  readonly target: string | null;
  readonly locale: string | null;
  readonly contentHash: string | null;
  readonly changes: readonly FieldChange[];
}

/** Writes the ledger rows of a batch, in the order of the records. */
export async function writeLedger(
  trx: Knex.Transaction,
  { plan, job, now }: ImportContext,
  entries: readonly LedgerEntry[],
): Promise<void> {
  const contentType = plan.content.article?.uid ?? null;
  const rows = entries.map(({ parsed, outcome, ...entry }) => ({
    job,
    dumpPath: parsed.file.dumpPath,
    member: parsed.record.member,
    recordIndex: parsed.record.index,
    startByte: parsed.record.start,
    endByte: parsed.record.end,
    format: parsed.record.format,
    encoding: parsed.record.encoding.name,
    profile: parsed.draft.profile?.name ?? null,
    profileVersion: parsed.draft.profile?.version ?? null,
    outcome,
    reason: entry.reason,
    title: parsed.draft.article.title,
    contentType: entry.target === null ? null : contentType,
    target: entry.target,
    locale: entry.locale,
    contentHash: entry.contentHash,
    issues: entry.issues.length > 0 ? entry.issues.map((one) => ({ ...one })) : null,
    // What did not change has its evidence in the row that first wrote it.
    evidence: outcome === 'unchanged' ? null : new JsonText(entry.evidence),
    changes: entry.changes.length > 0 ? entry.changes.map((one) => ({ ...one })) : null,
  }));
  await settleEarlierRows(trx, plan, job, entries);
  await insertInternal(trx, typeOf(plan, LEDGER_RECORD), rows, now());
  await settleReviewedRows(trx, plan, job, entries);
}

/** Counts a job's ledger rows by outcome, from the database. */
export async function ledgerTotals(knex: Knex, plan: WritePlan, job: number): Promise<Tally> {
  const rows: { outcome: Outcome; count: number | string }[] = await knex(typeOf(plan, LEDGER_RECORD).table)
    .where({ job })
    .groupBy('outcome')
    .select('outcome')
    .count({ count: '*' });
  const totals: Record<Outcome, number> = { ...emptyTally() };
  for (const row of rows) totals[row.outcome] = Number(row.count);
  return totals;
}
