import { OUTCOMES } from '../core/outcome';
import type { ImportReport } from '../server/src/import/job/run-import';

const MEANINGS = {
  created: 'new articles',
  updated: 'articles that the dump changed',
  unchanged: 'imported before, nothing new',
  kept: 'an editor changed or deleted them: left alone',
  duplicate: 'same text as another record',
  quarantined: 'need a person',
  rejected: 'cannot be articles',
} as const;

/** The closing ledger as a table: every record in exactly one row, and the sum. */
export function ledgerTable({ job, recordsRead, filesRead, tally }: ImportReport): string {
  const width = Math.max(String(recordsRead).length, 5);
  const row = (name: string, count: number, meaning: string) =>
    `  ${name.padEnd(12)} ${String(count).padStart(width)}  ${meaning}`.trimEnd();
  return [
    `Import job ${job}: ${filesRead} files, ${recordsRead} records`,
    ...OUTCOMES.map((outcome) => row(outcome, tally[outcome], MEANINGS[outcome])),
    `  ${'-'.repeat(13 + width)}`,
    row('records read', recordsRead, ''),
  ].join('\n');
}
