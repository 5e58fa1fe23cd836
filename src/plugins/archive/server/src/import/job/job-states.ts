/** The life of a job. `docs/operations.md` shows which state follows which. */
export const JOB_STATES = [
  'queued',
  'running',
  'paused',
  'completed',
  'completedWithIssues',
  'failed',
  'cancelled',
  'rollingBack',
  'rolledBack',
] as const;
export type JobState = (typeof JOB_STATES)[number];

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
