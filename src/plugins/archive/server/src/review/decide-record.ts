import type { Knex } from 'knex';

import type { Corrections } from '../../../core/draft/correct-draft';
import { ISSUES } from '../../../core/issue';
import type { Outcome } from '../../../core/outcome';
import type { DecidedRecord, RecordDecision } from '../../../shared/review-api';
import { addEvent } from '../events/archive-event';
import type { ParsedRecord } from '../import/input/parsed-record';
import { progressValues, readJob, updateJob, type Job } from '../import/job/job-row';
import { isAtWork } from '../import/job/lease';
import type { LedgerEntry } from '../import/job/ledger';
import { updateLedgerRow } from '../import/job/ledger-row';
import { writeBatch } from '../import/job/write-batch';
import type { WritePlan } from '../import/plan/write-plan';
import type { ImportContext } from '../import/resolve/import-context';
import { loadAuthorities } from '../import/resolve/import-context';
import { preparedRecord } from '../import/resolve/prepare-record';
import { undoBatch } from '../import/undo/undo-batch';
import { JsonText } from '../import/write/cell-of';
import { Refusal } from '../refusal';
import { ledgerRowToReview, mustWait, type ReviewedRow } from './ledger-row-to-review';
import { targetOfJob } from './understand-record';

/** Who decides, and when; everything is written in the caller's transaction. */
export interface Deciding {
  readonly trx: Knex.Transaction;
  readonly plan: WritePlan;
  readonly actor: string;
  readonly now: Date;
}

/**
 * Writes a record that a person mended through the same path as an import does; its row of the ledger and the counts
 * of its job say so, and rolling the job back takes it back, too.
 * @throws Refusal where it still cannot be an article, with the reason.
 */
export async function acceptRecord(
  deciding: Deciding,
  id: number,
  parsed: ParsedRecord,
  given: Corrections,
): Promise<DecidedRecord> {
  const { trx, plan, now } = deciding;
  const row = await ledgerRowToReview(trx, plan, id);
  mustWait(row);
  const job = await restingJob(deciding, row);
  const target = targetOfJob(plan, job);
  const context: ImportContext = {
    plan,
    job: job.id,
    publish: target.publish,
    target,
    now: () => now,
    authorities: await loadAuthorities(trx, plan),
  };
  const [entry] = await writeBatch(trx, context, [preparedRecord(target, parsed)]);
  if (entry === undefined) throw new Error(`Record ${id} ended without an outcome.`);
  mustBeArticle(entry);
  const decision = decisionOf(deciding, row, {
    decision: 'accepted',
    reason: null,
    fields: Object.keys(given),
  });
  await updateLedgerRow(trx, plan, id, {
    outcome: entry.outcome,
    reason: entry.reason,
    title: parsed.draft.article.title,
    contentType: plan.content.article?.uid ?? null,
    target: entry.target,
    locale: entry.locale,
    contentHash: entry.contentHash,
    issues: entry.issues.length > 0 ? entry.issues.map((one) => ({ ...one })) : null,
    evidence: new JsonText(entry.evidence),
    changes: entry.changes.length > 0 ? entry.changes.map((one) => ({ ...one })) : null,
    undo: null,
    review: { ...decision },
  });
  await conclude(deciding, job, row, entry.outcome, decision);
  return { id, outcome: entry.outcome, target: entry.target, locale: entry.locale };
}

/** Decides that a record is no article, with a reason. */
export async function rejectRecord(deciding: Deciding, id: number, reason: string): Promise<DecidedRecord> {
  const { trx, plan } = deciding;
  const row = await ledgerRowToReview(trx, plan, id);
  mustWait(row);
  const job = await restingJob(deciding, row);
  const decision = decisionOf(deciding, row, { decision: 'rejected', reason, fields: [] });
  await updateLedgerRow(trx, plan, id, { outcome: 'rejected', review: { ...decision } });
  await conclude(deciding, job, row, 'rejected', decision);
  return { id, outcome: 'rejected', target: null, locale: null };
}

/**
 * Undoes what a person decided about a record: it waits again, and the article that it became is gone.
 * @throws Refusal where nobody decided, or where somebody has worked on the article since.
 */
export async function reopenRecord(deciding: Deciding, id: number): Promise<DecidedRecord> {
  const { trx, plan } = deciding;
  const row = await ledgerRowToReview(trx, plan, id);
  if (row.decision === null) throw new Refusal('invalid', `Nobody has decided about record ${id}.`);
  const job = await restingJob(deciding, row);
  await takeBack(deciding, job, row);
  await updateLedgerRow(trx, plan, id, {
    outcome: 'quarantined',
    reason: row.decision.before,
    target: null,
    locale: null,
    contentHash: null,
    contentType: null,
    changes: null,
    undo: null,
    review: null,
  });
  await conclude(deciding, job, row, 'quarantined', { ...row.decision, reason: 'undone' });
  return { id, outcome: 'quarantined', target: null, locale: null };
}

async function takeBack({ trx, plan }: Deciding, job: Job, row: ReviewedRow): Promise<void> {
  const { outcome, target, locale, changes } = row;
  if (target === null || (outcome !== 'created' && outcome !== 'updated' && outcome !== 'kept')) return;
  const [fate] = await undoBatch(trx, plan, job.id, [
    { id: row.record.id, outcome, target, locale, changes },
  ]);
  if (fate === 'staysEdited' || fate === 'staysImportedAgain') {
    throw new Refusal(
      'invalid',
      'The article was changed since it was accepted. Withdraw the article if it should not be seen.',
    );
  }
}

/** A job that is writing holds its counts in memory: nothing may be changed under it. */
async function restingJob({ trx, plan, now }: Deciding, { record }: ReviewedRow): Promise<Job> {
  const job = await readJob(trx, plan, record.job);
  if (job === null) throw new Refusal('not-found', `Job ${record.job} of this record is gone.`);
  if (isAtWork(job, now)) throw new Refusal('invalid', `Job ${job.id} is at work. Wait until it has ended.`);
  if (job.state === 'rolledBack') throw new Refusal('invalid', `Job ${job.id} was rolled back.`);
  return job;
}

function mustBeArticle({ outcome, reason, issues }: LedgerEntry): void {
  if (outcome !== 'quarantined' && outcome !== 'rejected') return;
  const fault = issues.filter(({ code }) => code === reason).at(-1);
  const found = fault && fault.found !== '' ? ` (${fault.found})` : '';
  const text = fault ? ISSUES[fault.code] : 'It has no headline or no body. Give it both.';
  throw new Refusal('invalid', `It cannot be an article yet. ${text}${found}`);
}

function decisionOf(
  { actor, now }: Deciding,
  { record }: ReviewedRow,
  about: Pick<RecordDecision, 'decision' | 'reason' | 'fields'>,
): RecordDecision {
  return { ...about, actor, at: now.toISOString(), before: record.reason };
}

/** The job's counts follow, and the log tells who decided. */
async function conclude(
  { trx, plan, actor, now }: Deciding,
  job: Job,
  row: ReviewedRow,
  outcome: Outcome,
  { decision, reason, fields }: RecordDecision,
): Promise<void> {
  const before = row.outcome as Outcome;
  const tally = { ...job.tally };
  tally[before] -= 1;
  tally[outcome] += 1;
  const isClean = tally.quarantined + tally.rejected === 0;
  const ended = job.state === 'completed' || job.state === 'completedWithIssues';
  const state = ended ? { state: isClean ? 'completed' : 'completedWithIssues' } : {};
  await updateJob(trx, plan, job.id, { ...progressValues({ ...job, tally }), ...state });
  const details = { record: row.record.id, decision, outcome, fields };
  await addEvent(
    trx,
    plan,
    { kind: 'reviewed', actor, job: job.id, target: row.target, reason, details },
    now,
  );
}
