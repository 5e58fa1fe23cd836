import type { Core } from '@strapi/strapi';

import { loadPlan } from '../import/plan/load-plan';
import { readJobs, updateJob } from '../import/job/job-row';
import type { JobState } from '../import/job/job-states';
import { jobView } from './job-view';

/** The event, and the webhook of the same name, that tells of a job: one for a whole job, never one a record. */
export const JOB_ENDED = 'archive.job.ended';

/** The states in which nothing more happens to a job by itself. */
const TOLD_STATES: readonly JobState[] = [
  'completed',
  'completedWithIssues',
  'failed',
  'cancelled',
  'rolledBack',
];

/** Makes the event one that webhooks can subscribe to. */
export function allowJobWebhooks(strapi: Core.Strapi): void {
  strapi.get('webhookStore').addAllowedEvent('ARCHIVE_JOB_ENDED', JOB_ENDED);
}

/**
 * Tells listeners and webhooks of every job that has ended and of which nobody was told: jobs of this server and those
 * of the command line alike. Of several servers on one database only one tells of a job.
 */
export async function tellEndedJobs(strapi: Core.Strapi): Promise<void> {
  const knex = strapi.db.connection;
  const plan = await loadPlan(knex);
  if (!plan) return;
  for (const job of await readJobs(knex, plan, { states: TOLD_STATES, announced: false })) {
    const taken = await updateJob(knex, plan, job.id, { announced: true }, { announced: false });
    if (taken === 1) void strapi.eventHub.emit(JOB_ENDED, { job: jobView(job, new Date()) });
  }
}
