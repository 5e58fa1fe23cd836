import type { Job } from '../server/src/import/job/job-row';
import { isAlive } from '../server/src/import/job/lease';
import { ledgerTable, stateName } from './ledger-table';
import { clockTime, progressLine } from './progress';

/** One line a job. */
export function jobList(jobs: readonly Job[]): string {
  if (jobs.length === 0) return 'There are no jobs yet.';
  const header = ['job', 'state', 'records', 'created', 'refused', 'begun', 'paths'];
  const rows = jobs.map((job) => [
    String(job.id),
    stateName(job.state),
    String(job.recordsRead),
    String(job.tally.created),
    String(job.tally.quarantined + job.tally.rejected),
    (job.startedAt ?? job.createdAt).toISOString().slice(0, 16).replace('T', ' '),
    job.options.paths.join(' '),
  ]);
  const widths = header.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [header, ...rows].map(line).join('\n');
}

/** The ledger so far, how fast it goes and what it waits for. */
export function jobDetails(job: Job, now: Date): string {
  const lines = [ledgerTable(job)];
  if (job.startedAt) {
    const seconds = ((job.endedAt ?? now).getTime() - job.startedAt.getTime()) / 1000;
    lines.push(`  time         ${clockTime(seconds)}`);
    if (job.state === 'running') {
      lines.push(`  progress     ${progressLine(job, job, isAlive(job, now) ? job.speed : null)}`);
    }
  }
  if (job.checkpoint)
    lines.push(`  stopped in   ${job.checkpoint.dumpPath}, record ${job.checkpoint.records}`);
  return lines.join('\n');
}

const FATES: Readonly<Record<string, string>> = {
  removed: 'articles removed',
  restored: 'articles given back what they had before',
  staysEdited: 'articles that people changed since: left alone',
  staysImportedAgain: 'articles that a later job imported again: left alone',
  wasGone: 'articles that were deleted already',
  untouched: 'articles that the job had left alone',
  recordRemoved: 'sources, eras, entities and media items removed',
  recordStays: 'sources, eras, entities and media items still in use or edited: left alone',
};

/** What a roll-back did. */
export function undoTable({ id, undone }: Job): string {
  const counts = Object.entries(undone ?? {});
  if (counts.length === 0) return `Job ${id} is rolled back: it had changed nothing.`;
  const rows = counts.map(([fate, count]) => `  ${String(count).padStart(7)}  ${FATES[fate] ?? fate}`);
  return [`Job ${id} is rolled back:`, ...rows].join('\n');
}
