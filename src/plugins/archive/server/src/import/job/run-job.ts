import { randomUUID } from 'node:crypto';
import { setImmediate, setTimeout as wait } from 'node:timers/promises';

import type { Knex } from 'knex';

import { carryOutChanges } from '../../entities/carry-out-change';
import { newestChange, reopenChanges } from '../../entities/entity-change';
import { parseFiles } from '../input/parse-files';
import type { FileEnd, ParsedRecord } from '../input/parsed-record';
import type { PathNotice } from '../input/list-files';
import type { ParseSettings } from '../input/parse-file';
import type { WritePlan } from '../plan/write-plan';
import type { WriteTarget } from '../resolve/prepare-record';
import type { JobOptions } from './job-options';
import { loadAuthorities, type ImportContext } from '../resolve/import-context';
import { loadGazetteer } from '../resolve/load-gazetteer';
import { eraseAgain } from '../../takedown/erase/erase-again';
import type { SiteVault } from '../../vault/vault-of-site';
import { indexQueued } from '../../search/search-index';
import { tuneForBulk } from '../write/tune-for-bulk';
import { batchSize, type BatchSize } from './batch-size';
import { commitBatch, freshContext, type Batch, type Committed } from './commit-batch';
import { steadily, withPatience } from './database-faults';
import { bytesReached, progressValues, readJob, updateJob, type Job, type Progress } from './job-row';
import type { JobState } from './job-states';
import { JobStop } from './job-stop';
import { tasksOf } from './job-tasks';
import { keepLease, takeLease } from './lease';
import { ledgerTotals, type LedgerEntry } from './ledger';
import { refusedRecords } from './refused-records';
import { tallySum, type Tally } from './tally';
import { settleVariants, type NearDuplicates } from '../../variants/settle-variants';
import { OUTCOMES } from '../../../../core/outcome';
import { paceFrom } from '../../../../core/pace';

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

const CHARACTERS_A_BATCH = 8 * 1024 * 1024;
/** Files whose records were all left out, as in a retry, must not pile up either. */
const FILES_A_BATCH = 5000;
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
  const job = await steadily(() => existing(knex, plan, id));
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
    return await steadily(() => existing(knex, plan, id));
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

async function existing(knex: Knex, plan: WritePlan, id: number): Promise<Job> {
  const job = await readJob(knex, plan, id);
  if (!job) throw new Error(`There is no job ${id}.`);
  return job;
}

/** False where the job was cancelled, or this process told to stop, while it waited. */
async function waitForTurn(run: JobRun, owner: string): Promise<boolean> {
  const { knex, plan, id, from, now, watcher } = run;
  for (let told = false; ; told = true) {
    const { requested, options } = await steadily(() => existing(knex, plan, id));
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

/** Before anything else can stop the job: what was erased must not stay in the vault. */
async function eraseOriginalsAgain({ knex, plan, id, now, vault }: JobRun, owner: string): Promise<void> {
  await eraseAgain(knex, plan, vault, id, (step) =>
    knex.transaction(async (trx) => {
      await keepLease(trx, plan, id, owner, now());
      return step(trx);
    }),
  );
}

/** People may have merged or refused records meanwhile, of which this job knew nothing. */
async function followDecisions({ knex, plan, id, now }: JobRun, owner: string, after: number): Promise<void> {
  await reopenChanges(knex, after);
  const within = (write: (trx: Knex.Transaction) => Promise<number>) =>
    knex.transaction(async (trx) => {
      await keepLease(trx, plan, id, owner, now());
      const changed = await write(trx);
      if (plan.search) await indexQueued(trx, plan.search);
      return changed;
    });
  await carryOutChanges({ knex, plan, within });
}

/** After the last batch, when all texts are known. Counts change with the articles that are taken back. */
async function settleNearDuplicates(run: JobRun, owner: string, how: NearDuplicates): Promise<void> {
  const { knex, plan, id, now, watcher } = run;
  await settleVariants(knex, plan, id, how, async (write) => {
    await knex.transaction(async (trx) => {
      await keepLease(trx, plan, id, owner, now());
      const withdrawn = await write(trx);
      if (plan.search) await indexQueued(trx, plan.search);
      if (withdrawn === 0) return;
      const job = await existing(trx, plan, id);
      const tally = withdrawnTally(job.tally, how === 'skip' ? 'duplicate' : 'quarantined', withdrawn);
      await updateJob(trx, plan, id, progressValues({ ...job, tally }));
    });
    await setImmediate();
    const { requested, options } = await existing(knex, plan, id);
    stopWhereAsked(requested, watcher.stop, options.managed);
  });
}

function withdrawnTally(tally: Tally, outcome: 'duplicate' | 'quarantined', count: number): Tally {
  return { ...tally, created: tally.created - count, [outcome]: tally[outcome] + count };
}

function stopWhereAsked(requested: Committed['requested'], stop: AbortSignal, managed: boolean): void {
  if (requested === 'cancel')
    throw new JobStop('cancelled', 'Cancelled by a person. What was imported before stays.');
  if (requested === 'pause') throw new JobStop('paused', 'Paused by a person.');
  if (!stop.aborted) return;
  if (managed) throw new JobStop('queued', 'The server stopped; the job goes on at its next start.');
  throw new JobStop('paused', 'Paused because its process was told to stop.');
}

/** The records of a job in batches. A file that changes while it is read gives nothing that is not yet written. */
async function* batchesOf(run: JobRun, job: Job, size: BatchSize): AsyncGenerator<Batch> {
  let records: ParsedRecord[] = [];
  let ended: FileEnd[] = [];
  let characters = 0;
  let left = (job.options.limit ?? Infinity) - job.recordsRead;
  const wanted = await steadily(() => refusedRecords(run.knex, run.plan, job));
  const settings = {
    ...settingsOf(run, job),
    gazetteer: await steadily(() => loadGazetteer(run.knex, run.plan)),
  };
  const items = parseFiles(tasksOf(run.knex, run.plan, job, wanted, run.watcher.onNotice), settings, {
    workers: run.workers,
    recordTimeoutMs: job.options.recordTimeout,
  });
  for await (const item of items) {
    if (item.kind === 'file-end') {
      if (item.changed) {
        yield { records: records.filter(({ file }) => file !== item.file), ended };
        throw new JobStop(
          'paused',
          `${item.file.dumpPath} changed while it was read. Resume when it is complete.`,
        );
      }
      ended.push(await kept(item, run.vault));
    } else {
      if (left <= 0) break;
      if (wanted && !wanted.has(item.file, item.record.index)) continue;
      records.push(item);
      characters += item.record.characters;
      left -= 1;
    }
    const most = size.records();
    if (records.length < most && characters < CHARACTERS_A_BATCH && ended.length < FILES_A_BATCH) continue;
    yield { records, ended };
    [records, ended, characters] = [[], [], 0];
  }
  if (records.length > 0 || ended.length > 0) yield { records, ended };
}

/** A file that was read whole, with a copy in the vault where the site wants one. */
async function kept(end: FileEnd, vault: SiteVault): Promise<FileEnd> {
  if (end.sha256 === null || !vault.keeps(end.file.absolute)) return end;
  try {
    await vault.keep(end.file.absolute, end.sha256);
    return { ...end, vaulted: true };
  } catch (error) {
    throw new JobStop('paused', `${end.file.dumpPath} could not be kept in the vault: ${messageOf(error)}`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function settingsOf({ profiles, plan }: JobRun, { options }: Job): ParseSettings {
  const { profile, encoding, maxRecordBytes, separator } = options;
  return { profiles, profile, encoding, maxRecordBytes, separator, target: targetOf(plan, options) };
}

function targetOf(plan: WritePlan, { publish, locale, era, source }: JobOptions): WriteTarget {
  return { plan, publish, locale, era, source };
}

/** The ledger must hold every record once; anything else is a fault of the importer and must not pass. */
async function closeJob({ knex, plan, id, now }: JobRun, owner: string): Promise<void> {
  const job = await existing(knex, plan, id);
  const totals = await ledgerTotals(knex, plan, id);
  const wrong = OUTCOMES.filter((outcome) => totals[outcome] !== job.tally[outcome]);
  if (wrong.length > 0 || tallySum(totals) !== job.recordsRead) {
    throw new Error(
      `The ledger does not close: ${job.recordsRead} records were read, ${tallySum(totals)} outcomes are written` +
        (wrong.length > 0 ? ` (differs in ${wrong.join(', ')}).` : '.'),
    );
  }
  const { quarantined, rejected } = job.tally;
  const state = quarantined + rejected > 0 ? 'completedWithIssues' : 'completed';
  await updateJob(
    knex,
    plan,
    id,
    { state, reason: null, endedAt: now(), owner: null, requested: null },
    { owner },
  );
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
