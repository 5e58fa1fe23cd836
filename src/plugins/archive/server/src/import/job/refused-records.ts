import type { Knex } from 'knex';

import { LEDGER_RECORD } from '../../plugin-id';
import type { InputFile } from '../input/parsed-record';
import { typeOf, type WritePlan } from '../plan/write-plan';
import type { Job } from './job-row';

/** The records that a retry reads again. */
export interface WantedRecords {
  has(file: InputFile, index: number): boolean;
  hasFile(file: InputFile): boolean;
}

/** What the job that is retried could not accept; null for a job that imports everything. */
export async function refusedRecords(
  knex: Knex,
  plan: WritePlan,
  { options }: Job,
): Promise<WantedRecords | null> {
  if (options.retryOf === null) return null;
  const rows: { dumpPath: string; index: number }[] = await knex(typeOf(plan, LEDGER_RECORD).table)
    .where({ job: options.retryOf })
    .whereIn('outcome', ['quarantined', 'rejected'])
    // What a person rejected stays rejected.
    .whereNull('review')
    .select({ dumpPath: 'dump_path', index: 'record_index' });
  const wanted = new Set(rows.map((row) => `${row.dumpPath}#${row.index}`));
  const files = new Set(rows.map((row) => row.dumpPath));
  return {
    hasFile: (file) => files.has(file.dumpPath),
    has: (file, index) => wanted.has(`${file.dumpPath}#${index}`),
  };
}
