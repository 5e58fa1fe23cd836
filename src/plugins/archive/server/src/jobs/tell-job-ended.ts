import type { Core } from '@strapi/strapi';

import type { Job } from '../import/job/job-row';
import { jobView } from './job-view';

/** The event, and the webhook of the same name, that tells of a job: one for a whole job, never one a record. */
export const JOB_ENDED = 'archive.job.ended';

/** Makes the event one that webhooks can subscribe to. */
export function allowJobWebhooks(strapi: Core.Strapi): void {
  strapi.get('webhookStore').addAllowedEvent('ARCHIVE_JOB_ENDED', JOB_ENDED);
}

/** Tells listeners and webhooks that a job has ended; `state` says how. */
export function tellJobEnded(strapi: Core.Strapi, job: Job): void {
  void strapi.eventHub.emit(JOB_ENDED, { job: jobView(job, new Date()) });
}
