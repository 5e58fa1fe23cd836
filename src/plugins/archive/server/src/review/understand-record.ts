import type { Knex } from 'knex';

import type { Corrections } from '../../../core/draft/correct-draft';
import { DEFAULT_MAX_RECORD_BYTES } from '../import/input/limits';
import type { ParseSettings } from '../import/input/parse-task';
import { profileAsItStands } from '../import/job/profile-as-it-stands';
import { readJob, type Job } from '../import/job/job-row';
import type { WritePlan } from '../import/plan/write-plan';
import { loadGazetteer } from '../import/resolve/load-gazetteer';
import type { WriteTarget } from '../import/resolve/prepare-record';
import { newestProfiles, storedProfiles } from '../profiles/newest-profiles';
import { dumpFilesOf, fileKey } from '../provenance/dump-files-of';
import { understandInWorker } from '../provenance/read-in-worker';
import { readableFile } from '../provenance/readable-file';
import type { UnderstandingAnswer } from '../record-worker/understand-record-again';
import { Refusal } from '../refusal';
import type { Vault } from '../vault/vault';
import type { ReviewedRow } from './ledger-row-to-review';

/** Where a record is read again. */
export interface ReviewSite {
  readonly knex: Knex;
  readonly plan: WritePlan;
  readonly vault: Vault;
}

/** The job of a record. @throws Refusal where it is gone. */
export async function jobOfRecord({ knex, plan }: ReviewSite, row: ReviewedRow): Promise<Job> {
  const job = await readJob(knex, plan, row.record.job);
  if (job === null) throw new Refusal('not-found', `Job ${row.record.job} of this record is gone.`);
  return job;
}

/** Where the job writes to. */
export function targetOfJob(plan: WritePlan, { options }: Job): WriteTarget {
  const { publish, locale, era, source } = options;
  return { plan, publish, locale, era, source };
}

/**
 * Reads a record again from its file or the vault, with the profiles as they stand today, and makes its article with
 * the fields that a person gave.
 */
export async function understandRecord(
  site: ReviewSite,
  row: ReviewedRow,
  corrections: Corrections,
): Promise<UnderstandingAnswer> {
  const { knex, plan, vault } = site;
  const job = await jobOfRecord(site, row);
  const place = { job: job.id, dumpPath: row.record.file };
  const files = (await dumpFilesOf(knex, plan, [place])).get(fileKey(place)) ?? [];
  const settings = await settingsOf(site, job);
  let why = 'The file was not read to its end, so nobody knows which one it was.';
  for (const file of files) {
    try {
      const read = await readableFile(vault, file);
      try {
        const wish = {
          file: read.file,
          settings,
          index: row.record.recordIndex,
          bytes: row.bytes,
          corrections,
          byPlace: file.blanked !== null,
        };
        const answer = await understandInWorker(wish);
        if (answer.found) return answer;
        why = answer.why;
      } finally {
        await read.release();
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      why = error.message;
    }
  }
  return { found: false, why };
}

async function settingsOf({ knex, plan }: ReviewSite, job: Job): Promise<ParseSettings> {
  const { profile, encoding, maxRecordBytes, separator } = job.options;
  const profiles = newestProfiles(await storedProfiles(knex, plan));
  return {
    profiles,
    profile: profileAsItStands(profile, profiles),
    encoding,
    separator,
    maxRecordBytes: maxRecordBytes ?? DEFAULT_MAX_RECORD_BYTES,
    gazetteer: await loadGazetteer(knex, plan),
    target: targetOfJob(plan, job),
  };
}
