import type { Knex } from 'knex';

import { LEDGER_RECORD } from '../../plugin-id';
import { REVIEWED, WAITING } from '../../review/waiting-records';
import { typeOf, type WritePlan } from '../plan/write-plan';
import type { LedgerEntry } from './ledger';

/** Paths named in one question: SQLite takes some 32,000 values. */
const PATHS_A_QUERY = 5000;

interface Row {
  readonly id: number;
  readonly job: number;
  readonly path: string;
  readonly index: number;
}

/**
 * A record that is imported again is judged anew: rows of earlier jobs in which it waits for a person are settled by
 * this job. Only waiting rows are looked at, through an index of their own.
 */
export async function settleEarlierRows(
  trx: Knex.Transaction,
  plan: WritePlan,
  job: number,
  entries: readonly LedgerEntry[],
): Promise<void> {
  const { table } = typeOf(plan, LEDGER_RECORD);
  const read = new Set(entries.map(({ parsed }) => nameOf(parsed.file.dumpPath, parsed.record.index)));
  const waiting = (await rowsOfFiles(trx, plan, WAITING, entries)).filter((row) => row.job !== job);
  const ids = waiting.filter(({ path, index }) => read.has(nameOf(path, index))).map(({ id }) => id);
  if (ids.length > 0) await trx(table).whereIn('id', ids).update({ settled_by: job });
}

/** What a person decided about a record holds when the same record comes again: its new row does not wait once more. */
export async function settleReviewedRows(
  trx: Knex.Transaction,
  plan: WritePlan,
  job: number,
  entries: readonly LedgerEntry[],
): Promise<void> {
  const { table } = typeOf(plan, LEDGER_RECORD);
  const refused = entries.filter(({ outcome }) => outcome === 'quarantined');
  const decided = (await rowsOfFiles(trx, plan, REVIEWED, refused)).filter((row) => row.job !== job);
  for (const { path, index, job: settledBy } of decided) {
    await trx(table)
      .whereRaw(WAITING)
      .where({ job, dump_path: path, record_index: index })
      .update({ settled_by: settledBy });
  }
}

/** What a job settled waits again once the job is rolled back. */
export async function unsettleRows(trx: Knex.Transaction, plan: WritePlan, job: number): Promise<void> {
  await trx(typeOf(plan, LEDGER_RECORD).table).where({ settled_by: job }).update({ settled_by: null });
}

async function rowsOfFiles(
  trx: Knex.Transaction,
  plan: WritePlan,
  condition: string,
  entries: readonly LedgerEntry[],
): Promise<Row[]> {
  const paths = [...new Set(entries.map(({ parsed }) => parsed.file.dumpPath))];
  const rows: Row[] = [];
  for (let from = 0; from < paths.length; from += PATHS_A_QUERY) {
    const found: Row[] = await trx(typeOf(plan, LEDGER_RECORD).table)
      .whereRaw(condition)
      .whereIn('dump_path', paths.slice(from, from + PATHS_A_QUERY))
      .select('id', 'job', { path: 'dump_path', index: 'record_index' });
    rows.push(...found);
  }
  return rows;
}

function nameOf(path: string, index: number): string {
  return `${path}#${index}`;
}
