import type { JobState } from '../../../../shared/job-api';

export { JOB_STATES, type JobState } from '../../../../shared/job-api';

/** A process is, or was, at work on a job in these states. */
export const ACTIVE_STATES: readonly JobState[] = ['running', 'rollingBack'];

/** `resume` takes these up again. `running` and `rollingBack` only when their process is dead. */
export const RESUMABLE_STATES: readonly JobState[] = ['queued', 'paused', 'failed', 'running'];

/** All records have an outcome; retry and roll back start from here. */
export const ENDED_STATES: readonly JobState[] = [
  'completed',
  'completedWithIssues',
  'cancelled',
  'failed',
  'paused',
];
