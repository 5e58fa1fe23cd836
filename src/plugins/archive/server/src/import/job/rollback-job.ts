import { randomUUID } from 'node:crypto';

import type { Knex } from 'knex';

import { LEDGER_RECORD, RECORD_KEY } from '../../plugin-id';
import { typeOf, type WritePlan } from '../plan/write-plan';
import { fromJson } from '../write/cell-of';
import { removeUnusedRecords } from '../undo/remove-unused-records';
import { undoBatch, type Fate, type LedgerRow } from '../undo/undo-batch';
import { withPatience } from './database-faults';
import { readJob, updateJob, type Job } from './job-row';
import { ENDED_STATES } from './job-states';
import { JobStop } from './job-stop';
import { keepLease, takeLease } from './lease';

export interface Rollback {
  readonly knex: Knex;
  readonly plan: WritePlan;
  readonly id: number;
  readonly now: () => Date;
  readonly onBatch: (undone: Readonly<Record<string, number>>) => void;
}

const ROWS_A_BATCH = 500;

/**
 * Takes back what a job did, batch by batch, newest record first: removes what it created, restores what it updated.
 * What people, or a later job, changed since stays and is counted as such. May be stopped and called again.
 * @throws JobStop when the job cannot be rolled back now, with the reason.
 */
export async function rollbackJob({ knex, plan, id, now, onBatch }: Rollback): Promise<Job> {
  const job = await readJob(knex, plan, id);
  if (!job) throw new JobStop('failed', `There is no job ${id}.`);
  if (job.state === 'rolledBack') return job;
  if (!ENDED_STATES.includes(job.state) && job.state !== 'rollingBack') {
    throw new JobStop('failed', `Job ${id} is ${job.state}. Wait until it has ended, or cancel it first.`);
  }
  const owner = randomUUID();
  if (!(await takeLease(knex, plan, id, { owner, state: 'rollingBack', now: now() }))) {
    throw new JobStop('failed', 'Another job is writing at this moment. Wait until it has ended.');
  }
  let undone: Record<string, number> = { ...job.undone };
  const count = (fates: readonly Fate[]) => {
    undone = { ...undone };
    for (const fate of fates) undone[fate] = (undone[fate] ?? 0) + 1;
  };
  for (;;) {
    const fates = await withPatience(
      () => undoNext(knex, plan, { id, owner, undone, now }),
      () => Promise.resolve(),
    );
    if (fates.length === 0) break;
    count(fates);
    onBatch(undone);
  }
  await knex.transaction(async (trx) => {
    await keepLease(trx, plan, id, owner, now());
    count(await removeUnusedRecords(trx, plan, id));
    await trx(typeOf(plan, RECORD_KEY).table).where({ job: id, duplicate: true }).delete();
    await updateJob(trx, plan, id, { state: 'rolledBack', undone, owner: null, endedAt: now() });
  });
  const ended = await readJob(knex, plan, id);
  return ended ?? job;
}

async function undoNext(
  knex: Knex,
  plan: WritePlan,
  {
    id,
    owner,
    undone,
    now,
  }: { id: number; owner: string; undone: Readonly<Record<string, number>>; now: () => Date },
): Promise<Fate[]> {
  const { table } = typeOf(plan, LEDGER_RECORD);
  return knex.transaction(async (trx) => {
    await keepLease(trx, plan, id, owner, now());
    const rows: (Omit<LedgerRow, 'changes'> & { changes: unknown })[] = await trx(table)
      .where({ job: id })
      .whereNull('undo')
      .whereIn('outcome', ['created', 'updated', 'kept'])
      .orderBy('id', 'desc')
      .limit(ROWS_A_BATCH)
      .select('id', 'outcome', 'target', 'locale', 'changes');
    const ledger = rows.map((row) => ({
      ...row,
      changes: (fromJson(row.changes) ?? []) as LedgerRow['changes'],
    }));
    const fates = await undoBatch(trx, plan, id, ledger);
    for (const fate of new Set(fates)) {
      const ids = ledger.filter((_, index) => fates[index] === fate).map((row) => row.id);
      await trx(table).whereIn('id', ids).update({ undo: fate });
    }
    const counted = { ...undone };
    for (const fate of fates) counted[fate] = (counted[fate] ?? 0) + 1;
    await updateJob(trx, plan, id, { undone: counted });
    return fates;
  });
}
