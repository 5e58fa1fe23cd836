import { OUTCOMES } from '../core/outcome';
import type { Tally } from '../server/src/import/job/tally';
import type { Job } from '../server/src/import/job/job-row';

const MEANINGS = {
  created: 'new articles',
  updated: 'articles that the dump changed',
  unchanged: 'imported before, nothing new',
  kept: 'an editor changed or deleted them: left alone',
  duplicate: 'same text as another record',
  quarantined: 'need a person',
  rejected: 'cannot be articles',
} as const;

/** State names as people read them. */
const STATES: Readonly<Record<Job['state'], string>> = {
  queued: 'queued',
  running: 'running',
  paused: 'paused',
  completed: 'completed',
  completedWithIssues: 'completed with issues',
  failed: 'failed',
  cancelled: 'cancelled',
  rollingBack: 'rolling back',
  rolledBack: 'rolled back',
};

export function stateName(state: Job['state']): string {
  return STATES[state];
}

/** The closing ledger as a table: every record in exactly one row, and the sum. */
export function ledgerTable({ id, state, reason, recordsRead, filesDone, tally }: Job): string {
  const width = Math.max(String(recordsRead).length, 5);
  const row = (name: string, count: number, meaning: string) =>
    `  ${name.padEnd(12)} ${String(count).padStart(width)}  ${meaning}`.trimEnd();
  return [
    `Import job ${id}, ${stateName(state)}: ${filesDone} files, ${recordsRead} records`,
    ...(reason === null ? [] : [`  ${reason}`]),
    ...OUTCOMES.map((outcome) => row(outcome, tally[outcome], MEANINGS[outcome])),
    `  ${'-'.repeat(13 + width)}`,
    row('records read', recordsRead, ''),
  ].join('\n');
}

/** How an import would end. */
export function dryRunTable(tally: Tally): string {
  const rows = OUTCOMES.map((outcome) => `  ${outcome.padEnd(12)} ${String(tally[outcome]).padStart(7)}`);
  return ['Dry run: nothing was written. The import would end so:', ...rows].join('\n');
}

/** The same as data. */
export function jobReport({ id, state, reason, recordsRead, filesDone, tally }: Job, pathsNotRead: number) {
  const outcomes = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, tally[outcome]]));
  return { job: id, state, reason, files: filesDone, records: recordsRead, outcomes, pathsNotRead };
}
