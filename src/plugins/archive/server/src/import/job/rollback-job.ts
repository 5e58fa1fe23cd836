import { randomUUID } from 'node:crypto';

import type { Knex } from 'knex';

import { addEvent } from '../../events/archive-event';
import { IMPORTED_ENTRY, LEDGER_RECORD, RECORD_KEY } from '../../plugin-id';
import { typeOf, type WritePlan } from '../plan/write-plan';
import { fromJson } from '../write/cell-of';
import { removeUnusedRecords } from '../undo/remove-unused-records';
import { indexQueued } from '../../search/search-index';
import { undoBatch, type Fate, type LedgerRow } from '../undo/undo-batch';
import { steadily } from './database-faults';
import { readJob, updateJob, type Job } from './job-row';
import { ENDED_STATES } from './job-states';
import { JobStop } from './job-stop';
import { keepLease, takeLease } from './lease';
import { unsettleRows } from './settle-earlier-rows';

export interface Rollback {
  readonly knex: Knex;
  readonly plan: WritePlan;
  readonly id: number;
  readonly now: () => Date;
  /** Records that are taken back together. */
  readonly batchRecords: number;
  /** Who asked for it, and why, for the log. */
  readonly actor: string;
  readonly reason: string | null;
  readonly onBatch: (undone: Readonly<Record<string, number>>) => void;
}

const HEARTBEAT = 5_000;

/**
 * Takes back what a job did, batch by batch, newest record first: removes what it created, restores what it updated.
 * What people, or a later job, changed since stays and is counted as such. May be stopped and called again.
 * @throws JobStop when the job cannot be rolled back now, with the reason.
 */
export async function rollbackJob(rollback: Rollback): Promise<Job> {
  const { knex, plan, id, now, onBatch } = rollback;
  const job = await steadily(() => readJob(knex, plan, id));
  if (!job) throw new JobStop('failed', `There is no job ${id}.`);
  if (job.state === 'rolledBack') return job;
  const owner = randomUUID();
  await takeJob(rollback, owner);
  const heart = setInterval(() => {
    keepLease(knex, plan, id, owner, now()).catch(() => undefined);
  }, HEARTBEAT);
  try {
    for (let more = true; more; ) {
      const { undone, rows } = await steadily(() => undoNext(rollback, owner));
      more = rows > 0;
      if (more) onBatch(undone);
    }
    await steadily(() => finish(rollback, owner));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await updateJob(knex, plan, id, { reason, owner: null }, { owner }).catch(() => undefined);
    throw error;
  } finally {
    clearInterval(heart);
  }
  return (await steadily(() => readJob(knex, plan, id))) ?? job;
}

async function takeJob({ knex, plan, id, now }: Rollback, owner: string): Promise<void> {
  const claim = { owner, state: 'rollingBack' as const, from: [...ENDED_STATES, 'rollingBack' as const] };
  const turn = await steadily(() => takeLease(knex, plan, id, { ...claim, now: now() }));
  if (turn === 'taken') return;
  if (turn === 'wait') {
    throw new JobStop('failed', 'Another job is writing at this moment. Wait until it has ended.');
  }
  const job = await steadily(() => readJob(knex, plan, id));
  const why = job?.state === 'rollingBack' ? 'being rolled back already' : (job?.state ?? 'gone');
  throw new JobStop('failed', `Job ${id} is ${why}. Wait until it has ended, or cancel it first.`);
}

/** Undoes the newest rows that are left, in one transaction with what is counted. */
async function undoNext(
  { knex, plan, id, now, batchRecords }: Rollback,
  owner: string,
): Promise<{ undone: Readonly<Record<string, number>>; rows: number }> {
  const { table } = typeOf(plan, LEDGER_RECORD);
  return knex.transaction(async (trx) => {
    await keepLease(trx, plan, id, owner, now());
    const rows: (Omit<LedgerRow, 'changes'> & { changes: unknown })[] = await trx(table)
      .where({ job: id })
      .whereNull('undo')
      .whereIn('outcome', ['created', 'updated', 'kept'])
      .orderBy('id', 'desc')
      .limit(batchRecords)
      .select('id', 'outcome', 'target', 'locale', 'changes');
    const ledger = newestOfEach(rows).map((row) => ({
      ...row,
      changes: (fromJson(row.changes) ?? []) as LedgerRow['changes'],
    }));
    const fates = await undoBatch(trx, plan, id, ledger);
    for (const fate of new Set(fates)) {
      const ids = ledger.filter((_, index) => fates[index] === fate).map((row) => row.id);
      await trx(table).whereIn('id', ids).update({ undo: fate });
    }
    const undone = counted((await readJob(trx, plan, id))?.undone ?? {}, fates);
    await updateJob(trx, plan, id, { undone });
    if (plan.search) await indexQueued(trx, plan.search);
    return { undone, rows: ledger.length };
  });
}

/** An older record of the same article waits until the newer one is undone, so that each meets what it left. */
function newestOfEach<Row extends Pick<LedgerRow, 'target' | 'locale'>>(rows: readonly Row[]): Row[] {
  const seen = new Set<string>();
  return rows.filter(({ target, locale }) => {
    const name = `${target}/${locale ?? ''}`;
    return !seen.has(name) && seen.add(name);
  });
}

function counted(undone: Readonly<Record<string, number>>, fates: readonly Fate[]): Record<string, number> {
  const sum: Record<string, number> = { ...undone };
  for (const fate of fates) sum[fate] = (sum[fate] ?? 0) + 1;
  return sum;
}

async function finish({ knex, plan, id, now, actor, reason }: Rollback, owner: string): Promise<void> {
  // Asked again after a connection broke just behind the commit, there is nothing left to do.
  if ((await readJob(knex, plan, id))?.state === 'rolledBack') return;
  await knex.transaction(async (trx) => {
    await keepLease(trx, plan, id, owner, now());
    await forgetTheRest(trx, plan, id);
    await unsettleRows(trx, plan, id);
    const fates = await removeUnusedRecords(trx, plan, id);
    if (plan.search) await indexQueued(trx, plan.search);
    const undone = counted((await readJob(trx, plan, id))?.undone ?? {}, fates);
    await updateJob(trx, plan, id, {
      state: 'rolledBack',
      reason: null,
      undone,
      owner: null,
      endedAt: now(),
    });
    const details = { undone };
    await addEvent(trx, plan, { kind: 'rolledBack', actor, job: id, reason, details }, now());
  });
}

/** Forgets what the job noted of articles that it left as they were: duplicates, and records that said nothing new. */
async function forgetTheRest(trx: Knex.Transaction, plan: WritePlan, job: number): Promise<void> {
  const contentType = plan.content.article?.uid ?? '';
  const staying = trx(typeOf(plan, LEDGER_RECORD).table)
    .where({ job })
    .where((or) => {
      void or.where({ undo: 'staysImportedAgain' }).orWhere((and) => {
        void and.where({ undo: 'staysEdited', outcome: 'created' });
      });
    })
    .select('target');
  await trx(typeOf(plan, RECORD_KEY).table).where({ job, duplicate: true }).delete();
  await trx(typeOf(plan, IMPORTED_ENTRY).table).where({ job, row_count: 0 }).delete();
  for (const uid of [IMPORTED_ENTRY, RECORD_KEY]) {
    await trx(typeOf(plan, uid).table)
      .where({ job, content_type: contentType })
      .whereNotIn('target', staying.clone())
      .delete();
  }
}
