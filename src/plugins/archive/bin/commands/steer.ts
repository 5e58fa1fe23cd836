import { actorOfProcess } from '../../server/src/events/actor';
import { measureDump } from '../../server/src/import/input/measure-dump';
import { isAlive } from '../../server/src/import/job/lease';
import { batchRecords } from '../../server/src/import/job/batch-records';
import { createJob, readJob, readJobs, updateJob, type Job } from '../../server/src/import/job/job-row';
import { ENDED_STATES, RESUMABLE_STATES } from '../../server/src/import/job/job-states';
import { profileAsItStands } from '../../server/src/import/job/profile-as-it-stands';
import { rollbackJob } from '../../server/src/import/job/rollback-job';
import type { WritePlan } from '../../server/src/import/plan/write-plan';
import { checkSpace } from '../check-space';
import { CommandError, EXIT, type ExitCode } from '../exit-code';
import { jobDetails, jobList, undoTable } from '../job-tables';
import { jobReport } from '../ledger-table';
import type { ChosenReading, ReadingOptions } from '../project/choose-profiles';
import { siteSettings } from '../project/site-settings';
import type { Site } from '../project/open-site';
import { jobNumber, withSite, type Place } from '../project/site-command';
import { runAndReport } from './run-and-report';

export interface PrintOptions {
  readonly json?: boolean;
}

/** `jobs`: all jobs, newest first. */
export async function jobs(options: PrintOptions, place: Place): Promise<ExitCode> {
  return withSite(place, async ({ knex, plan }) => {
    const all = await readJobs(knex, plan);
    if (options.json === true)
      for (const job of all) await place.output.result(JSON.stringify(jobReport(job, 0)));
    else await place.output.result(jobList(all));
    return EXIT.allWell;
  });
}

/** `status JOB`: everything about one job. */
export async function status(number: string, options: PrintOptions, place: Place): Promise<ExitCode> {
  return withSite(place, async (site) => {
    const job = await jobCalled(site, number);
    await place.output.result(options.json === true ? JSON.stringify(job) : jobDetails(job, new Date()));
    return EXIT.allWell;
  });
}

/** `pause JOB` and `cancel JOB`: asks the process that works on it, or ends one that nobody works on. */
export async function ask(request: 'pause' | 'cancel', number: string, place: Place): Promise<ExitCode> {
  return withSite(place, async (site) => {
    const { knex, plan } = site;
    const job = await jobCalled(site, number);
    const now = new Date();
    if (['queued', 'running'].includes(job.state) && isAlive(job, now)) {
      await updateJob(knex, plan, job.id, { requested: request });
      await place.output.result(`Job ${job.id} will ${request} after the batch that is being written.`);
      return EXIT.allWell;
    }
    if (!RESUMABLE_STATES.includes(job.state))
      throw new CommandError(`Job ${job.id} has ended already (${job.state}).`);
    const state = request === 'pause' ? 'paused' : 'cancelled';
    await updateJob(knex, plan, job.id, {
      state,
      reason: 'By a person, while nothing worked on it.',
      endedAt: now,
    });
    await place.output.result(`Job ${job.id} is ${state}.`);
    return EXIT.allWell;
  });
}

/** `resume JOB`: goes on with a job that was paused, failed or was killed. */
export async function resume(number: string, options: PrintOptions, place: Place): Promise<ExitCode> {
  return withSite(place, async (site, project) => {
    const job = await jobCalled(site, number);
    if (job.state === 'running' && isAlive(job, new Date()))
      throw new CommandError(`Job ${job.id} is running.`);
    if (!RESUMABLE_STATES.includes(job.state)) {
      throw new CommandError(`Job ${job.id} is ${job.state}; there is nothing to resume.`);
    }
    const { profiles } = await siteSettings(site, project, {}, place);
    const from = RESUMABLE_STATES;
    return runAndReport(site, job.id, place, { json: options.json === true, profiles, from });
  });
}

/** `run JOB`: what the server starts for a job of its own; nobody reads what it prints. */
export async function run(number: string, place: Place): Promise<ExitCode> {
  return withSite(place, async (site, project) => {
    const job = await measured(site, await jobCalled(site, number));
    const { id } = job;
    const settings = await siteSettings(site, project, {}, place);
    const { profiles } = settings;
    if (job.kind === 'import' && job.expected === null) await refuseWithoutSpace(site, job, settings, place);
    // Not `paused`: whoever paused it while this process was starting meant it.
    return runAndReport(site, id, place, { json: true, profiles, from: ['queued', 'running'] });
  });
}

/** `retry JOB`: reads the quarantined and rejected records of a job again, as a job of its own. */
export async function retry(
  number: string,
  options: PrintOptions & ReadingOptions,
  place: Place,
): Promise<ExitCode> {
  return withSite(place, async (site, project) => {
    const { knex, plan } = site;
    const job = await jobCalled(site, number);
    if (!ENDED_STATES.includes(job.state))
      throw new CommandError(`Job ${job.id} has not ended yet (${job.state}).`);
    if (job.tally.quarantined + job.tally.rejected === 0) {
      throw new CommandError(`Job ${job.id} has no quarantined or rejected records.`);
    }
    const settings = await siteSettings(site, project, options, place);
    const chosen = {
      ...job.options,
      profile: settings.profile ?? profileAsItStands(job.options.profile, settings.profiles),
      encoding: settings.encoding ?? job.options.encoding,
      maxRecordBytes:
        options.maxRecordSize === undefined ? job.options.maxRecordBytes : settings.maxRecordBytes,
      separator: settings.separator ?? job.options.separator,
      recordTimeout: options.recordTimeout === undefined ? job.options.recordTimeout : settings.recordTimeout,
      limit: null,
      retryOf: job.id,
      managed: false,
    };
    const id = await createJob(knex, plan, 'retry', chosen, {
      actor: actorOfProcess(),
      now: new Date(),
    });
    return runAndReport(site, id, place, { json: options.json === true, profiles: settings.profiles });
  });
}

/** `rollback JOB`: takes back what a job did; what people changed since stays. */
export async function rollback(
  number: string,
  options: PrintOptions & { readonly reason?: string },
  place: Place,
): Promise<ExitCode> {
  return withSite(place, async (site) => {
    const { knex, plan } = site;
    const { id } = await jobCalled(site, number);
    const job = await rollbackJob({
      knex,
      plan,
      id,
      now: () => new Date(),
      batchRecords: batchRecords(process.env['ARCHIVE_BATCH_RECORDS']),
      actor: actorOfProcess(),
      reason: options.reason ?? null,
      onBatch: () => undefined,
    });
    await place.output.result(
      options.json === true ? JSON.stringify({ job: id, undone: job.undone }) : undoTable(job),
    );
    return EXIT.allWell;
  });
}

async function jobCalled(
  { knex, plan }: { knex: Site['knex']; plan: WritePlan },
  number: string,
): Promise<Job> {
  const job = await readJob(knex, plan, jobNumber(number));
  if (!job) throw new CommandError(`There is no job ${number}. "strapi-archive jobs" lists them.`);
  return job;
}

/** With the size of its dump, which takes too long to look up in the site's own process. */
async function measured({ knex, plan }: Site, job: Job): Promise<Job> {
  if (job.kind !== 'import' || job.filesTotal > 0) return job;
  const totals = measureDump(job.options.paths);
  const sizes = { filesTotal: totals.files, bytesTotal: totals.bytes };
  await updateJob(knex, plan, job.id, { ...sizes, heartbeatAt: new Date() });
  return { ...job, ...sizes };
}

/** Nobody reads what a managed process prints, so the reason goes to the job. */
async function refuseWithoutSpace(
  site: Site,
  job: Job,
  settings: ChosenReading,
  { output }: Place,
): Promise<void> {
  try {
    await checkSpace(site, job, settings, { output, skip: false });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await updateJob(site.knex, site.plan, job.id, { state: 'failed', reason, endedAt: new Date() });
    throw error;
  }
}
