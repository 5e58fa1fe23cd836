import type { Knex } from 'knex';

import type { Pace } from '../../../../core/pace';
import { indexQueued } from '../../search/search-index';
import type { FileEnd, ParsedRecord } from '../input/parsed-record';
import { loadAuthorities, type ImportContext } from '../resolve/import-context';
import { preparedRecord } from '../resolve/prepare-record';
import { writeDumpFiles } from './dump-files';
import { bytesReached, progressValues, readJob, updateJob, type Progress } from './job-row';
import { keepLease } from './lease';
import { writeLedger, type LedgerEntry } from './ledger';
import { tallyWith } from './tally';
import { writeBatch } from './write-batch';

/** What one transaction writes: records with their outcomes, and the files that ended with them. */
export interface Batch {
  readonly records: readonly ParsedRecord[];
  readonly ended: readonly FileEnd[];
}

export interface Committed {
  readonly entries: readonly LedgerEntry[];
  readonly progress: Progress;
  /** What a person asked of the job in the meantime. */
  readonly requested: 'pause' | 'cancel' | null;
}

/**
 * Articles, ledger rows and the job's progress become visible together or not at all. Where the connection broke
 * just after a commit, the repeated call sees that the batch is already counted and writes nothing.
 */
export async function commitBatch(
  knex: Knex,
  context: ImportContext,
  owner: string,
  batch: Batch,
  before: Progress,
  pace: Pace,
): Promise<Committed> {
  const { plan, job } = context;
  // One time for all that a batch writes: what people touch later can be told by another one.
  const at = context.now();
  const moment: ImportContext = { ...context, now: () => at };
  const prepared = batch.records.map((parsed) => preparedRecord(context.target, parsed));
  return knex.transaction(async (trx) => {
    // The first statement writes, so that SQLite gives the write lock now and not half-way.
    await keepLease(trx, plan, job, owner, at);
    const stored = await readJob(trx, plan, job);
    if (!stored) throw new Error(`Job ${job} is gone.`);
    if (stored.recordsRead + stored.filesDone > before.recordsRead + before.filesDone) {
      return { entries: [], progress: stored, requested: stored.requested };
    }
    const entries = await writeBatch(trx, moment, prepared);
    await writeLedger(trx, moment, entries);
    if (plan.search) await indexQueued(trx, plan.search);
    await writeDumpFiles(trx, moment, batch.ended);
    const progress = progressAfter(before, batch, entries);
    const { recordsRead: records } = progress;
    const speed = pace.note({ at: at.getTime(), records, bytes: bytesReached(progress) });
    await updateJob(trx, plan, job, { ...progressValues(progress), speed: speed && { ...speed } });
    return { entries, progress, requested: stored.requested };
  });
}

/** After a failed transaction, names that it would have created must not be remembered. */
export async function freshContext(knex: Knex, context: ImportContext): Promise<ImportContext> {
  return { ...context, authorities: await loadAuthorities(knex, context.plan) };
}

function progressAfter(before: Progress, batch: Batch, entries: readonly LedgerEntry[]): Progress {
  return {
    tally: tallyWith(
      before.tally,
      entries.map((entry) => entry.outcome),
    ),
    recordsRead: before.recordsRead + batch.records.length,
    filesDone: before.filesDone + batch.ended.length,
    bytesDone: before.bytesDone + batch.ended.reduce((sum, end) => sum + end.file.size, 0),
    checkpoint: checkpointAfter(before, batch),
  };
}

/** The file that the batch left unfinished: records come in the order of files, so there is at most one. */
function checkpointAfter({ checkpoint }: Progress, { records, ended }: Batch): Progress['checkpoint'] {
  const final = records.at(-1);
  const last = final?.file;
  // Not their number: a retry leaves out the records between those that were refused.
  const index = final?.record.index ?? 0;
  const isEnded = (dumpPath: string, root: string) =>
    ended.some(({ file }) => file.dumpPath === dumpPath && file.root === root);
  if (last && !isEnded(last.dumpPath, last.root)) {
    const { dumpPath, root, size, modifiedAt } = last;
    const bytes = Math.min(size, final.record.end);
    return { dumpPath, root, size, modifiedAt, records: index + 1, bytes };
  }
  if (checkpoint && !isEnded(checkpoint.dumpPath, checkpoint.root) && records.length === 0) return checkpoint;
  return null;
}
