import { constants, setPriority } from 'node:os';

import type { Profile } from '../../core/profiles/profile';
import type { Job } from '../../server/src/import/job/job-row';
import { parseWorkers } from '../../server/src/import/input/workers-for';
import { shownPathOf } from '../../server/src/import/input/record-place';
import { batchRecords } from '../../server/src/import/job/batch-records';
import type { JobState } from '../../server/src/import/job/job-states';
import { runJob, type JobWatcher } from '../../server/src/import/job/run-job';
import { vaultOfSite } from '../../server/src/vault/vault-of-site';
import { EXIT, type ExitCode } from '../exit-code';
import { jobReport, ledgerTable } from '../ledger-table';
import { progressReporter } from '../progress';
import type { Place } from '../project/site-command';
import type { Site } from '../project/open-site';
import { remarkOn, remarkOnPath, shownFrom } from '../remarks';

export interface RunChoices {
  readonly json: boolean;
  readonly profiles: readonly Profile[];
  /** States in which the job may be taken up; a new one is queued. */
  readonly from?: readonly JobState[];
}

/** Messages about single records that are printed; the ledger has them all. */
const MOST_REMARKS = 50;

/**
 * An import is a guest on the machine: where processors are short, the site goes first. Threads that are started
 * later take the priority over.
 */
function giveWay(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Where the system does not allow it, both run as they are.
  }
}

/** Runs a job to its end in this process, with progress on stderr and the closing ledger on stdout. */
export async function runAndReport(
  { knex, plan, project }: Site,
  id: number,
  { cwd, output }: Place,
  { json, profiles, from = ['queued'] }: RunChoices,
): Promise<ExitCode> {
  giveWay();
  const stop = new AbortController();
  const onSignal = () => {
    if (!stop.signal.aborted) output.remark('Pausing after the batch that is being written ...');
    stop.abort();
  };
  const progress = progressReporter(process.stderr);
  let unread = 0;
  let remarks = 0;
  const watcher: JobWatcher = {
    onWaiting: () => {
      output.remark(`Job ${id} waits: another job is writing.`);
    },
    onNotice: (notice) => {
      if (notice.kind !== 'left-out') unread += 1;
      progress.remark(remarkOnPath({ ...notice, shown: shownFrom(cwd, notice.shown) }));
    },
    onBatch: (job, done, entries) => {
      for (const { parsed, outcome, issues, reason } of entries) {
        if (outcome !== 'quarantined' && outcome !== 'rejected') continue;
        remarks += 1;
        if (remarks <= MOST_REMARKS)
          progress.remark(
            remarkOn(shownFrom(cwd, shownPathOf(parsed.file, parsed.record)), outcome, reason, issues),
          );
      }
      progress.update(job, done);
    },
    stop: stop.signal,
  };
  // Strapi's own handlers would end the process at once; a job pauses between two batches.
  process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM');
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  try {
    const job = await runJob({
      knex,
      plan,
      id,
      profiles,
      from,
      batchRecords: batchRecords(process.env['ARCHIVE_BATCH_RECORDS']),
      workers: parseWorkers(),
      now: () => new Date(),
      vault: vaultOfSite(plan, project),
      watcher,
    });
    progress.end();
    if (remarks > MOST_REMARKS) {
      output.remark(
        `${remarks - MOST_REMARKS} more records were refused: "strapi-archive ledger ${id}" lists them.`,
      );
    }
    await output.result(json ? JSON.stringify(jobReport(job, unread)) : ledgerTable(job));
    return exitCodeOf(job, unread);
  } finally {
    progress.end();
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

function exitCodeOf(job: Job, unread: number): ExitCode {
  if (job.state === 'completed') {
    if (job.recordsRead === 0 && job.kind === 'import') return EXIT.couldNotRun;
    return unread > 0 ? EXIT.someRefused : EXIT.allWell;
  }
  return job.state === 'completedWithIssues' ? EXIT.someRefused : EXIT.couldNotRun;
}
