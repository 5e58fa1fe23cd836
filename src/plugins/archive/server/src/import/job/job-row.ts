import type { Knex } from 'knex';

import { OUTCOMES, type Outcome } from '../../../../core/outcome';
import { IMPORT_JOB } from '../../plugin-id';
import { typeOf, type WritePlan } from '../plan/write-plan';
import { allocateIds } from '../write/allocate-ids';
import { cellOf, rowOf, type Value } from '../write/cell-of';
import { newDocumentId } from '../write/document-id';
import { insertRows } from '../write/insert-rows';

export type JobState = 'running' | 'completed' | 'completedWithIssues' | 'failed';

/** How many records ended in which outcome. */
export type Tally = Record<Outcome, number>;

export function emptyTally(): Tally {
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Tally;
}

/** The job's column for each outcome. */
const COUNTERS: Record<Outcome, string> = {
  created: 'created',
  updated: 'updated',
  unchanged: 'unchanged',
  kept: 'kept',
  duplicate: 'duplicates',
  quarantined: 'quarantined',
  rejected: 'rejected',
};

export interface Progress {
  readonly tally: Tally;
  readonly recordsRead: number;
  readonly filesDone: number;
  readonly bytesDone: number;
}

/** A job that has not been heard of for so long is dead, not slow. In milliseconds. */
const SILENCE = 60_000;

/** The number of a job that is writing at this moment; null where none is. */
export async function runningJob(knex: Knex, plan: WritePlan, now: Date): Promise<number | null> {
  const type = typeOf(plan, IMPORT_JOB);
  const rows: { id: number; heard: Date | number | string }[] = await knex(type.table)
    .where({ state: 'running' })
    .select('id', { heard: 'updated_at' });
  const alive = rows.find((row) => now.getTime() - new Date(row.heard).getTime() < SILENCE);
  return alive?.id ?? null;
}

/** Starts a job and returns its number. Jobs that died without a word are marked as failed. */
export async function startJob(
  knex: Knex,
  plan: WritePlan,
  values: Readonly<Record<string, Value>>,
  now: Date,
): Promise<number> {
  const type = typeOf(plan, IMPORT_JOB);
  return knex.transaction(async (trx) => {
    await trx(type.table)
      .where({ state: 'running' })
      .update({ state: 'failed', reason: 'The process ended without a word.', ended_at: now });
    const [id] = await allocateIds(trx, type.table, 1);
    if (id === undefined) throw new Error('No job number was allocated.');
    const system = {
      id,
      documentId: newDocumentId(),
      createdAt: now,
      updatedAt: now,
      publishedAt: now,
      locale: null,
    };
    const started = { ...values, state: 'running', startedAt: now, importerVersion: plan.pluginVersion };
    await insertRows(trx, type.table, [rowOf(type.columns, { ...started, ...system })]);
    return id;
  });
}

/** Writes how far a job is. As the first statement of a transaction it also takes the write lock. */
export async function saveProgress(
  trx: Knex,
  plan: WritePlan,
  job: number,
  progress: Progress,
  now: Date,
): Promise<void> {
  const counters = OUTCOMES.map((outcome) => [COUNTERS[outcome], progress.tally[outcome]]);
  await updateJob(trx, plan, job, {
    ...(Object.fromEntries(counters) as Record<string, number>),
    recordsRead: progress.recordsRead,
    filesDone: progress.filesDone,
    bytesDone: progress.bytesDone,
    updatedAt: now,
  });
}

/** Ends a job, with the reason where something stopped it. */
export async function endJob(
  knex: Knex,
  plan: WritePlan,
  job: number,
  state: Exclude<JobState, 'running'>,
  reason: string | null,
  now: Date,
): Promise<void> {
  await updateJob(knex, plan, job, { state, reason, endedAt: now, updatedAt: now });
}

async function updateJob(
  knex: Knex,
  plan: WritePlan,
  job: number,
  values: Readonly<Record<string, Value>>,
): Promise<void> {
  const type = typeOf(plan, IMPORT_JOB);
  const cells: Record<string, ReturnType<typeof cellOf>> = {};
  for (const [name, value] of Object.entries(values)) {
    const column = type.columns[name];
    if (column) cells[column.column] = cellOf(column, value);
  }
  await knex(type.table).where({ id: job }).update(cells);
}
