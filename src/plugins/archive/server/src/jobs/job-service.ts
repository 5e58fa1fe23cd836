import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';

import type { JobPage, JobView, ReasonGroup, StartJobRequest } from '../../../shared/job-api';
import { actorOfRequest } from '../events/actor';
import { DEFAULT_MAX_RECORD_BYTES, DEFAULT_RECORD_TIMEOUT } from '../import/input/limits';
import type { JobOptions } from '../import/job/job-options';
import { countJobs, createJob, readJob, readJobs, updateJob, type Job } from '../import/job/job-row';
import { ACTIVE_STATES, ENDED_STATES, RESUMABLE_STATES } from '../import/job/job-states';
import { profileAsItStands } from '../import/job/profile-as-it-stands';
import { isAlive, isAtWork } from '../import/job/lease';
import { ledgerPage, readLedger, type LedgerFilter, type LedgerLine } from '../import/job/read-ledger';
import { ledgerReasons } from '../import/job/ledger-reasons';
import { loadPlan } from '../import/plan/load-plan';
import type { WritePlan } from '../import/plan/write-plan';
import { newestProfiles, storedProfiles } from '../profiles/newest-profiles';
import { dumpPaths } from './dump-paths';
import { jobProcesses } from './job-processes';
import { jobView } from './job-view';
import { tellEndedJobs } from './tell-job-ended';

/** Jobs for the admin, the content API and other plugins: start, watch, steer. */
export interface JobService {
  list(page: number, pageSize: number): Promise<JobPage>;
  get(id: number): Promise<JobView>;
  start(request: StartJobRequest): Promise<JobView>;
  ask(id: number, request: 'pause' | 'cancel'): Promise<JobView>;
  resume(id: number): Promise<JobView>;
  retry(id: number): Promise<JobView>;
  rollback(id: number, reason?: string | null): Promise<JobView>;
  /** Why records were not written as articles. */
  reasons(id: number): Promise<ReasonGroup[]>;
  ledgerPage(filter: LedgerFilter, after: number, most: number): Promise<LedgerLine[]>;
  ledger(filter: LedgerFilter): Promise<AsyncGenerator<LedgerLine>>;
  /** Takes up the jobs that ran when the server stopped. */
  resumeManaged(): Promise<void>;
  stopAll(): Promise<void>;
}

export function createJobService({ strapi }: { strapi: Core.Strapi }): JobService {
  const knex = strapi.db.connection;
  const processes = jobProcesses(strapi, async (id) => {
    const job = await readJob(knex, await plan(), id);
    if (!job) return;
    if (job.state === 'running' && !isAlive(job, new Date())) {
      const reason = 'Its process was ended from outside. Resume to go on.';
      await updateJob(
        knex,
        await plan(),
        id,
        { state: 'paused', reason, endedAt: new Date() },
        { states: ['running'] },
      );
    }
    await tellEndedJobs(strapi);
  });
  const plan = async (): Promise<WritePlan> => {
    const stored = await loadPlan(knex);
    if (!stored) throw new errors.ApplicationError('The site has not stored its write plan. Start it again.');
    return stored;
  };
  const existing = async (id: number): Promise<Job> => {
    const job = await readJob(knex, await plan(), id);
    if (!job) throw new errors.NotFoundError(`There is no job ${id}.`);
    return job;
  };
  const view = async (id: number) => jobView(await existing(id), new Date());
  const launch = async (kind: Job['kind'], options: JobOptions): Promise<JobView> => {
    const actor = actorOfRequest(strapi);
    const id = await createJob(knex, await plan(), kind, options, { actor, now: new Date() });
    processes.start({ command: 'run', job: id, actor });
    return view(id);
  };

  return {
    async list(page, pageSize) {
      const now = new Date();
      const skip = (page - 1) * pageSize;
      const jobs = await readJobs(knex, await plan(), { most: pageSize, skip });
      const total = await countJobs(knex, await plan());
      const pagination = { page, pageSize, pageCount: Math.ceil(total / pageSize), total };
      return { data: jobs.map((job) => jobView(job, now)), meta: { pagination } };
    },
    get: view,
    async start(request) {
      return launch('import', await chosenOptions(strapi, await plan(), request));
    },
    async ask(id, request) {
      const job = await existing(id);
      const now = new Date();
      if (['queued', 'running'].includes(job.state) && isAlive(job, now)) {
        await updateJob(knex, await plan(), id, { requested: request });
      } else if (RESUMABLE_STATES.includes(job.state)) {
        const state = request === 'pause' ? 'paused' : 'cancelled';
        await updateJob(knex, await plan(), id, { state, endedAt: now, reason: 'Stopped by a person.' });
      } else throw new errors.ValidationError(`Job ${id} has ended already (${job.state}).`);
      return view(id);
    },
    async resume(id) {
      const job = await existing(id);
      const isRunning = job.state === 'running' && isAlive(job, new Date());
      if (isRunning || !RESUMABLE_STATES.includes(job.state)) {
        throw new errors.ValidationError(`Job ${id} is ${job.state}; there is nothing to resume.`);
      }
      await updateJob(knex, await plan(), id, {
        state: 'queued',
        requested: null,
        reason: null,
        heartbeatAt: new Date(),
      });
      processes.start({ command: 'run', job: id, actor: actorOfRequest(strapi) });
      return view(id);
    },
    async retry(id) {
      const job = await existing(id);
      if (!ENDED_STATES.includes(job.state)) throw new errors.ValidationError(`Job ${id} has not ended yet.`);
      if (job.tally.quarantined + job.tally.rejected === 0) {
        throw new errors.ValidationError(`Job ${id} has no quarantined or rejected records.`);
      }
      const known = newestProfiles(await storedProfiles(knex, await plan()));
      const profile = profileAsItStands(job.options.profile, known);
      return launch('retry', { ...job.options, profile, limit: null, retryOf: id, managed: true });
    },
    async rollback(id, reason = null) {
      const job = await existing(id);
      if (!ENDED_STATES.includes(job.state) && job.state !== 'rollingBack') {
        throw new errors.ValidationError(
          `Job ${id} is ${job.state}. Wait until it has ended, or cancel it first.`,
        );
      }
      const active = await readJobs(knex, await plan(), { states: ACTIVE_STATES });
      if (active.some((one) => isAtWork(one, new Date()))) {
        throw new errors.ValidationError('Another job is writing at this moment. Wait until it has ended.');
      }
      processes.start({ command: 'rollback', job: id, actor: actorOfRequest(strapi), reason });
      return view(id);
    },
    async reasons(id) {
      await existing(id);
      return ledgerReasons(knex, await plan(), id);
    },
    async ledgerPage(filter, after, most) {
      await existing(filter.job);
      return ledgerPage(knex, await plan(), filter, after, most);
    },
    async ledger(filter) {
      await existing(filter.job);
      return readLedger(knex, await plan(), filter);
    },
    async resumeManaged() {
      const now = new Date();
      const stopped = await readJobs(knex, await plan(), { states: ['queued', ...ACTIVE_STATES] });
      for (const job of stopped.reverse()) {
        if (!job.options.managed || isAlive(job, now)) continue;
        const command = job.state === 'rollingBack' ? 'rollback' : 'run';
        processes.start({ command, job: job.id, actor: 'the site itself' });
      }
    },
    stopAll: () => processes.stopAll(),
  };
}

async function chosenOptions(
  strapi: Core.Strapi,
  plan: WritePlan,
  request: StartJobRequest,
): Promise<JobOptions> {
  const profiles = newestProfiles(await storedProfiles(strapi.db.connection, plan));
  const profile = profiles.find((one) => one.name === request.profile) ?? null;
  if (request.profile !== undefined && !profile) {
    throw new errors.ValidationError(`There is no profile called "${request.profile}".`);
  }
  if (request.locale !== undefined && !plan.locales.codes.includes(request.locale)) {
    throw new errors.ValidationError(`The site has no locale "${request.locale}".`);
  }
  return {
    paths: await dumpPaths(strapi, request),
    profile,
    encoding: request.encoding ?? null,
    maxRecordBytes: DEFAULT_MAX_RECORD_BYTES,
    separator: request.separator ?? null,
    recordTimeout: DEFAULT_RECORD_TIMEOUT,
    publish: request.publish ?? true,
    locale: request.locale ?? null,
    era: request.era ?? null,
    source: request.source ?? null,
    limit: request.limit ?? null,
    nearDuplicates: request.nearDuplicates ?? 'link',
    retryOf: null,
    managed: true,
  };
}
