import { randomUUID } from 'node:crypto';
import { setImmediate, setTimeout as wait } from 'node:timers/promises';

import type { Knex } from 'knex';

import { paceFrom } from '../../../../core/pace';
import { newestChange } from '../../entities/entity-change';
import type { SiteVault } from '../../vault/vault-of-site';
import type { PathNotice } from '../input/list-files';
import type { ParseSettings } from '../input/parse-file';
import type { WritePlan } from '../plan/write-plan';
import { loadAuthorities, type ImportContext } from '../resolve/import-context';
import { tuneForBulk } from '../write/tune-for-bulk';
import { batchesOf, targetOf } from './batches-of-job';
import { batchSize } from './batch-size';
import { commitBatch, freshContext, type Committed } from './commit-batch';
import { steadily, withPatience } from './database-faults';
import { bytesReached, existingJob, readJob, updateJob, type Job, type Progress } from './job-row';
import type { JobState } from './job-states';
import { JobStop, stopWhereAsked } from './job-stop';
import { keepLease, takeLease } from './lease';
import type { LedgerEntry } from './ledger';
import { closeJob, eraseOriginalsAgain, followDecisions, settleNearDuplicates } from './settle-job';

/** Who watches a job, and how it can be told to stop between two batches. */
export interface JobWatcher {
  readonly onWaiting: () => void;
  readonly onNotice: (notice: PathNotice) => void;
  /** Called after a batch was committed, with the outcomes of its records. */
  readonly onBatch: (job: Job, progress: Progress, entries: readonly LedgerEntry[]) => void;
  /** Aborted (Ctrl-C, a server that stops): the job pauses after the batch it is writing. */
  readonly stop: AbortSignal;
}

export interface JobRun {
  readonly knex: Knex;
  readonly plan: WritePlan;
  readonly id: number;
  /** Everything about reading that is not kept with the job. */
  readonly profiles: ParseSettings['profiles'];
  readonly workers: number;
  /** States in which the job may be taken up. */
  readonly from: readonly JobState[];
  /** Records that are committed together. */
  readonly batchRecords: number;
  readonly now: () => Date;
  readonly vault: SiteVault;
  readonly watcher: JobWatcher;
}

const HEARTBEAT = 5_000;
const TURN = 1_000;
/** A job that stops tries this often, in milliseconds, to say so. */
const STOP_WAITS = [200, 1000, 3000];

/**
 * Runs a queued or paused job to its end, or until it is stopped: read -> understand -> batch -> commit. Waits while
 * another job writes. Returns the job as it then stands in the database; the reason of a stop is with it.
 * @throws Error for a fault of the importer itself; the job is then `failed` and what was committed stays.
 */
export async function runJob(run: JobRun): Promise<Job> {
  const { knex, plan, id, now } = run;
  const owner = randomUUID();
  const started = await waitForTurn(run, owner);
  const job = await steadily(() => existingJob(knex, plan, id));
  if (!started) return job;

  const heart = setInterval(() => {
    keepLease(knex, plan, id, owner, now()).catch(() => undefined);
  }, HEARTBEAT);
  try {
    const lastChange = await steadily(() => newestChange(knex));
    await importAll(run, owner, job);
    await steadily(() => eraseOriginalsAgain(run, owner));
    await steadily(() => followDecisions(run, owner, lastChange));
    await settleNearDuplicates(run, owner, job.options.nearDuplicates ?? 'link');
    await steadily(() => closeJob(run, owner));
    return await steadily(() => existingJob(knex, plan, id));
  } catch (error) {
    await stopJob(run, owner, error);
    if (!(error instanceof JobStop)) throw error;
    const stopped = await readJob(knex, plan, id).catch(() => null);
    // A database that is full or away may not have taken the reason; the person hears it all the same.
    return { ...(stopped ?? job), state: error.state, reason: error.message };
  } finally {
    clearInterval(heart);
  }
}

/** False where the job was cancelled, or this process told to stop, while it waited. */
async function waitForTurn(run: JobRun, owner: string): Promise<boolean> {
  const { knex, plan, id, from, now, watcher } = run;
  for (let told = false; ; told = true) {
    const { requested, options } = await steadily(() => existingJob(knex, plan, id));
    if (requested !== null || watcher.stop.aborted) {
      // The server takes its own jobs up again by itself.
      if (requested !== null || !options.managed) await stopBeforeBegun(run, requested);
      return false;
    }
    const turn = await steadily(() =>
      takeLease(knex, plan, id, { owner, state: 'running', from, now: now() }),
    );
    if (turn === 'taken') await steadily(() => updateJob(knex, plan, id, { startedAt: now(), speed: null }));
    if (turn !== 'wait') return turn === 'taken';
    if (!told) watcher.onWaiting();
    await wait(TURN, undefined, { signal: watcher.stop }).catch(() => undefined);
  }
}

async function stopBeforeBegun({ knex, plan, id, now }: JobRun, requested: Job['requested']): Promise<void> {
  const state = requested === 'cancel' ? 'cancelled' : 'paused';
  const reason = 'Stopped before it began.';
  const values = { state, requested: null, reason, endedAt: now(), owner: null };
  await steadily(() => updateJob(knex, plan, id, values, { states: ['queued', 'paused', 'failed'] }));
}

async function importAll(run: JobRun, owner: string, job: Job): Promise<void> {
  const { knex, plan, now, watcher } = run;
  let context: ImportContext = {
    plan,
    job: job.id,
    publish: job.options.publish,
    target: targetOf(plan, job.options),
    now,
    authorities: await steadily(() => loadAuthorities(knex, plan)),
  };
  let progress: Progress = job;
  const begin = { at: now().getTime(), records: job.recordsRead, bytes: bytesReached(job) };
  const pace = paceFrom(begin);
  const size = batchSize(run.batchRecords, knex);
  await tuneForBulk(knex);
  for await (const batch of batchesOf(run, job, size)) {
    const before = progress;
    const begun = performance.now();
    const committed: Committed = await withPatience(
      () => commitBatch(knex, context, owner, batch, before, pace),
      async () => {
        context = await freshContext(knex, context);
      },
    );
    size.took(batch.records.length, performance.now() - begun);
    progress = committed.progress;
    watcher.onBatch(job, progress, committed.entries);
    // SQLite answers at once: without a pause, no signal and no heartbeat would come through between two batches.
    await setImmediate();
    stopWhereAsked(committed.requested, watcher.stop, job.options.managed);
    await size.pause();
  }
}

async function stopJob({ knex, plan, id, now }: JobRun, owner: string, error: unknown): Promise<void> {
  const state = error instanceof JobStop ? error.state : 'failed';
  const reason = error instanceof Error ? error.message : String(error);
  const values = { state, reason, endedAt: now(), owner: null, requested: null };
  // Where even this cannot be written, the silence of the process will tell.
  await withPatience(
    () => updateJob(knex, plan, id, values, { owner }),
    () => Promise.resolve(),
    STOP_WAITS,
  ).catch(() => undefined);
}
