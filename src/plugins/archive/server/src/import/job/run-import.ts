import type { Knex } from 'knex';

import { OUTCOMES } from '../../../../core/outcome';
import { inBatches } from '../input/in-batches';
import { listFiles, type PathNotice } from '../input/list-files';
import { parseFile, type ParseSettings } from '../input/parse-file';
import type { ParsedRecord } from '../input/parsed-record';
import { typeOf, type WritePlan } from '../plan/write-plan';
import { loadAuthorities, type ImportContext } from '../resolve/import-context';
import { prepareRecord } from '../resolve/prepare-record';
import { emptyTally, endJob, saveProgress, startJob, type Progress, type Tally } from './job-row';
import { ledgerTotals, writeLedger, type LedgerEntry } from './ledger';
import { writeBatch } from './write-batch';

export interface ImportRequest {
  readonly knex: Knex;
  readonly plan: WritePlan;
  readonly paths: readonly string[];
  /** The folder that relative paths start from. */
  readonly cwd: string;
  readonly settings: ParseSettings;
  /** Published at once, or left as drafts. */
  readonly publish: boolean;
  readonly now: () => Date;
  readonly onNotice: (notice: PathNotice) => void;
  /** Called for each record that ended quarantined or rejected, after it was written. */
  readonly onRefused: (entry: LedgerEntry) => void;
  readonly onProgress: (progress: Progress) => void;
}

export interface ImportReport {
  readonly job: number;
  readonly state: 'completed' | 'completedWithIssues';
  readonly recordsRead: number;
  readonly filesRead: number;
  readonly tally: Tally;
}

const RECORDS_A_BATCH = 500;
const CHARACTERS_A_BATCH = 16 * 1024 * 1024;

/**
 * Imports everything at the given paths as one job: read -> understand -> batch -> write, each batch in one
 * transaction with its ledger rows. Ends only when the ledger counts every record exactly once.
 * @throws Error when the database fails; the job is then marked as failed and what was committed stays.
 */
export async function runImport(request: ImportRequest): Promise<ImportReport> {
  const { knex, plan, now } = request;
  const options = { publish: request.publish, encoding: request.settings.encoding };
  const job = await startJob(knex, plan, { paths: [...request.paths], options }, now());
  try {
    const progress = await importRecords(request, job);
    await closeLedger(knex, plan, job, progress);
    const { tally } = progress;
    const state = tally.quarantined + tally.rejected > 0 ? 'completedWithIssues' : 'completed';
    await endJob(knex, plan, job, state, null, now());
    return { job, state, recordsRead: progress.recordsRead, filesRead: progress.filesDone, tally };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await endJob(knex, plan, job, 'failed', reason, now()).catch(() => undefined);
    throw error;
  }
}

async function importRecords(request: ImportRequest, job: number): Promise<Progress> {
  const { knex, plan, publish, now } = request;
  const authorities = await loadAuthorities(knex, plan);
  const context: ImportContext = { plan, job, publish, now, authorities };
  let progress: Progress = { tally: emptyTally(), recordsRead: 0, filesDone: 0, bytesDone: 0 };

  const records = parsedRecords(request);
  for await (const batch of inBatches(records, RECORDS_A_BATCH, CHARACTERS_A_BATCH, textLength)) {
    const entries = await commitBatch(knex, context, batch, progress);
    progress = advanced(progress, batch, entries);
    for (const entry of entries.filter(isRefusal)) request.onRefused(entry);
    request.onProgress(progress);
  }
  return progress;
}

async function* parsedRecords(request: ImportRequest): AsyncGenerator<ParsedRecord> {
  for await (const listed of listFiles(request.paths, request.cwd)) {
    if ('notice' in listed) request.onNotice(listed.notice);
    else yield* parseFile(listed.file, request.settings);
  }
}

function textLength({ record }: ParsedRecord): number {
  return record.text.length;
}

/** Articles, ledger and progress of a batch become visible together or not at all. */
async function commitBatch(
  knex: Knex,
  context: ImportContext,
  batch: readonly ParsedRecord[],
  before: Progress,
): Promise<LedgerEntry[]> {
  const { plan, job, now } = context;
  const type = typeOf(plan, plan.content.article?.uid ?? '');
  const prepared = batch.map((parsed) => prepareRecord(plan, type, parsed));
  return knex.transaction(async (trx) => {
    await saveProgress(trx, plan, job, before, now());
    const entries = await writeBatch(trx, context, prepared);
    await writeLedger(trx, context, entries);
    await saveProgress(trx, plan, job, advanced(before, batch, entries), now());
    return entries;
  });
}

function advanced(
  before: Progress,
  batch: readonly ParsedRecord[],
  entries: readonly LedgerEntry[],
): Progress {
  const tally = { ...before.tally };
  for (const entry of entries) tally[entry.outcome] += 1;
  const firsts = batch.filter(({ record }) => record.index === 0);
  return {
    tally,
    recordsRead: before.recordsRead + batch.length,
    filesDone: before.filesDone + firsts.length,
    bytesDone: before.bytesDone + firsts.reduce((sum, { file }) => sum + file.size, 0),
  };
}

function isRefusal(entry: LedgerEntry): boolean {
  return entry.outcome === 'quarantined' || entry.outcome === 'rejected';
}

/** The ledger must hold every record once; anything else is a fault of the importer and must not pass. */
async function closeLedger(knex: Knex, plan: WritePlan, job: number, progress: Progress): Promise<void> {
  const totals = await ledgerTotals(knex, plan, job);
  const wrong = OUTCOMES.filter((outcome) => totals[outcome] !== progress.tally[outcome]);
  const sum = OUTCOMES.reduce((total, outcome) => total + totals[outcome], 0);
  if (wrong.length === 0 && sum === progress.recordsRead) return;
  throw new Error(
    `The ledger does not close: ${progress.recordsRead} records were read, ${sum} outcomes are written` +
      (wrong.length > 0 ? ` (differs in ${wrong.join(', ')}).` : '.'),
  );
}
