import type { JobView } from '../../../shared/job-api';
import type { Job } from '../import/job/job-row';

/** A job as the API shows it: nothing of the machine it runs on. */
export function jobView(job: Job, now: Date): JobView {
  const running = job.state === 'running' && job.startedAt !== null;
  const seconds = running && job.startedAt ? (now.getTime() - job.startedAt.getTime()) / 1000 : 0;
  const bytesLeft = Math.max(0, job.bytesTotal - job.bytesDone);
  return {
    id: job.id,
    kind: job.kind,
    state: job.state,
    requested: job.requested,
    reason: job.reason,
    paths: job.options.paths.map((path) => path.slice(path.lastIndexOf('/') + 1)),
    records: job.recordsRead,
    files: { done: job.filesDone, total: job.filesTotal },
    bytes: { done: job.bytesDone, total: job.bytesTotal },
    outcomes: job.tally,
    undone: job.undone,
    expected: job.expected,
    rate: seconds > 0 ? Math.round(job.recordsRead / seconds) : null,
    secondsLeft: seconds > 0 && job.bytesDone > 0 ? Math.round((bytesLeft / job.bytesDone) * seconds) : null,
    createdAt: job.createdAt.toISOString(),
    startedAt: job.startedAt?.toISOString() ?? null,
    endedAt: job.endedAt?.toISOString() ?? null,
  };
}
