import type { StatusVariant } from '@strapi/design-system';

import type { JobState, JobView } from '../../../../../shared/job-api';

/** How a state looks in lists. */
export const STATE_LOOKS: Readonly<Record<JobState, StatusVariant>> = {
  queued: 'secondary',
  running: 'primary',
  paused: 'warning',
  completed: 'success',
  completedWithIssues: 'alternative',
  failed: 'danger',
  cancelled: 'neutral',
  rollingBack: 'primary',
  rolledBack: 'neutral',
};

/** A process is at work on it, so that its numbers change. */
export function isMoving({ state }: JobView): boolean {
  return state === 'queued' || state === 'running' || state === 'rollingBack';
}

/** What can be asked of a job in its present state. */
export function stepsOf({ state, requested, outcomes }: JobView) {
  const hasEnded = ['completed', 'completedWithIssues', 'cancelled', 'failed', 'paused'].includes(state);
  return {
    pause: (state === 'running' || state === 'queued') && requested === null,
    resume: state === 'paused' || state === 'failed',
    cancel: ['queued', 'running', 'paused', 'failed'].includes(state) && requested !== 'cancel',
    retry: hasEnded && outcomes.quarantined + outcomes.rejected > 0,
    rollback: hasEnded,
  };
}
