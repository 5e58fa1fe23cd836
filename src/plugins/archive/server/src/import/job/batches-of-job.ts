import type { SiteVault } from '../../vault/vault-of-site';
import type { ParseSettings } from '../input/parse-file';
import { parseFiles } from '../input/parse-files';
import type { FileEnd, ParsedRecord } from '../input/parsed-record';
import type { WritePlan } from '../plan/write-plan';
import { loadGazetteer } from '../resolve/load-gazetteer';
import type { WriteTarget } from '../resolve/prepare-record';
import type { BatchSize } from './batch-size';
import type { Batch } from './commit-batch';
import { steadily } from './database-faults';
import type { JobOptions } from './job-options';
import type { Job } from './job-row';
import { JobStop } from './job-stop';
import { tasksOf } from './job-tasks';
import { refusedRecords } from './refused-records';
import type { JobRun } from './run-job';

const CHARACTERS_A_BATCH = 8 * 1024 * 1024;
/** Files whose records were all left out, as in a retry, must not pile up either. */
const FILES_A_BATCH = 5000;

/** The records of a job in batches. A file that changes while it is read gives nothing that is not yet written. */
export async function* batchesOf(run: JobRun, job: Job, size: BatchSize): AsyncGenerator<Batch> {
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

export function targetOf(plan: WritePlan, { publish, locale, era, source }: JobOptions): WriteTarget {
  return { plan, publish, locale, era, source };
}
