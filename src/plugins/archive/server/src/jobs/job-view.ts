import type { JobView } from '../../../shared/job-api';
import { recordsExpected, secondsLeft, type Way } from '../../../core/pace';
import { wayOf, type Job } from '../import/job/job-row';
import { isAlive } from '../import/job/lease';

/** A job as the API shows it: nothing of the machine it runs on. */
export function jobView(job: Job, now: Date): JobView {
  const running = job.state === 'running';
  const way = wayOf(job, job);
  const speed = running && isAlive(job, now) ? job.speed : null;
  const left = secondsLeft(way, speed);
  return {
    id: job.id,
    kind: job.kind,
    state: job.state,
    requested: job.requested,
    reason: job.reason,
    paths: job.options.paths.map((path) => path.slice(path.lastIndexOf('/') + 1)),
    records: job.recordsRead,
    files: { done: job.filesDone, total: job.filesTotal },
    recordsTotal: recordsTotal(job, way),
    bytes: { done: way.bytes, total: job.bytesTotal },
    outcomes: job.tally,
    undone: job.undone,
    expected: job.expected,
    rate: speed && Math.round(speed.records),
    secondsLeft: left === null ? null : Math.round(left),
    createdAt: job.createdAt.toISOString(),
    startedAt: job.startedAt?.toISOString() ?? null,
    endedAt: job.endedAt?.toISOString() ?? null,
  };
}

/** Counted once everything was read; before that estimated, from what was read or from the preflight's sample. */
function recordsTotal(job: Job, way: Way): JobView['recordsTotal'] {
  if (job.state.startsWith('completed')) return { count: job.recordsRead, estimated: false };
  const count = recordsExpected(way) ?? job.expected?.records ?? null;
  return count === null ? null : { count, estimated: true };
}
