import { hostname } from 'node:os';

import type { Knex } from 'knex';

import { IMPORT_JOB } from '../../plugin-id';
import { typeOf, type WritePlan } from '../plan/write-plan';
import { readJob, readJobs, updateJob, type Job } from './job-row';
import { ACTIVE_STATES, type JobState } from './job-states';

/** A process that says nothing for so long is dead. In milliseconds; heartbeats come every few seconds. */
const SILENCE = 120_000;

/** The job was taken over by another process, because this one had been silent for too long. */
export class LeaseLost extends Error {
  constructor(job: number) {
    super(`Job ${job} was taken over by another process.`);
  }
}

/** Whether the process that works on, or waits for, a job is still there. */
export function isAlive(job: Job, now: Date): boolean {
  if (job.heartbeatAt === null || now.getTime() - job.heartbeatAt.getTime() > SILENCE) return false;
  if (job.host !== hostname() || job.pid === null) return job.owner !== null;
  return job.pid === process.pid || processExists(job.pid);
}

/** Whether a living process imports the job, or rolls it back. */
export function isAtWork(job: Job, now: Date): boolean {
  return ACTIVE_STATES.includes(job.state) && isAlive(job, now);
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** What came of asking for a job: `refused` where it is in another state by now, or another process has it. */
export type Turn = 'taken' | 'wait' | 'refused';

export interface Claim {
  readonly owner: string;
  /** The state that the job gets. */
  readonly state: JobState;
  /** The states that it may be in. */
  readonly from: readonly JobState[];
  readonly now: Date;
}

/**
 * Takes a job for this process, where it is its turn: one job writes at a time, and those that wait go in the order
 * of their numbers. The decision is made under the write lock.
 */
export async function takeLease(
  knex: Knex,
  plan: WritePlan,
  id: number,
  { owner, state, from, now }: Claim,
): Promise<Turn> {
  return knex.transaction(async (trx) => {
    await lockJobs(trx, plan, now);
    const own = await readJob(trx, plan, id);
    // After a connection that broke just behind the commit, the job is this process's own already.
    const mine = own?.owner === owner && own.state === state;
    if (!own || (!mine && (!from.includes(own.state) || isAtWork(own, now)))) return 'refused';
    const others = (await readJobs(trx, plan, { states: ['queued', ...ACTIVE_STATES] })).filter(
      (job) => job.id !== id,
    );
    const living = others.filter((job) => isAlive(job, now));
    const place = { owner, host: hostname(), pid: process.pid, heartbeatAt: now };
    if (living.some((job) => ACTIVE_STATES.includes(job.state) || job.id < id)) {
      await updateJob(trx, plan, id, place);
      return 'wait';
    }
    await updateJob(trx, plan, id, {
      ...place,
      state,
      requested: null,
      reason: null,
      endedAt: null,
      announced: false,
    });
    return 'taken';
  });
}

/** One writer at a time decides: SQLite's write lock, on PostgreSQL a lock on the table of jobs. */
async function lockJobs(trx: Knex.Transaction, plan: WritePlan, now: Date): Promise<void> {
  const { table } = typeOf(plan, IMPORT_JOB);
  await trx(table).where({ id: -1 }).update({ updated_at: now });
  if ((trx.client as { dialect?: string }).dialect === 'postgresql') {
    await trx.raw('lock table ?? in share row exclusive mode', [table]);
  }
}

/** Says that the process is alive, and fails where another one has taken the job over. */
export async function keepLease(
  knex: Knex,
  plan: WritePlan,
  id: number,
  owner: string,
  now: Date,
): Promise<void> {
  const kept = await updateJob(knex, plan, id, { heartbeatAt: now, updatedAt: now }, { owner });
  if (kept === 0) throw new LeaseLost(id);
}
