import type { Knex } from 'knex';

import { OUTCOMES, type Outcome } from '../../../../core/outcome';
import { addEvent } from '../../events/archive-event';
import type { Speed, Way } from '../../../../core/pace';
import { IMPORT_JOB } from '../../plugin-id';
import { typeOf, type WritePlan } from '../plan/write-plan';
import { allocateIds } from '../write/allocate-ids';
import { cellOf, fromJson, timeOf, type Value } from '../write/cell-of';
import { newDocumentId } from '../write/document-id';
import { insertRows } from '../write/insert-rows';
import { layoutOf, pushRow, tableRows } from '../write/table-rows';
import type { JobOptions } from './job-options';
import type { JobState } from './job-states';
import { emptyTally, type Tally } from './tally';

/** Where a job stopped inside a file: so many of its records have their outcome already. */
export interface Checkpoint {
  readonly dumpPath: string;
  readonly root: string;
  readonly records: number;
  /** The file as it was then; another size or time means that it is not the same any more. */
  readonly size: number;
  readonly modifiedAt: number;
  /** Where in the file its last record ended; never more than its size. Absent from older jobs. */
  readonly bytes?: number;
}

/** How far a job is. */
export interface Progress {
  readonly tally: Tally;
  readonly recordsRead: number;
  readonly filesDone: number;
  readonly bytesDone: number;
  readonly checkpoint: Checkpoint | null;
}

/** What an import will need, from a sample of its dump. */
export interface Expected {
  readonly records: number;
  readonly databaseBytes: number;
  readonly seconds: number;
}

/** A job as the database keeps it. */
export interface Job extends Progress {
  readonly id: number;
  readonly kind: 'import' | 'retry';
  readonly state: JobState;
  readonly requested: 'pause' | 'cancel' | null;
  readonly reason: string | null;
  readonly options: JobOptions;
  readonly filesTotal: number;
  readonly bytesTotal: number;
  readonly owner: string | null;
  readonly host: string | null;
  readonly pid: number | null;
  readonly heartbeatAt: Date | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  /** What a roll-back did: how many records of each fate. */
  readonly undone: Readonly<Record<string, number>> | null;
  /** What the preflight expected; null where none was made. */
  readonly expected: Expected | null;
  /** Of the present or the last run, over its last seconds. */
  readonly speed: Speed | null;
}

/** Bytes of the files that were read to their end, and of the one that is being read. */
export function bytesReached({ bytesDone, checkpoint }: Pick<Progress, 'bytesDone' | 'checkpoint'>): number {
  return bytesDone + (checkpoint?.bytes ?? 0);
}

/** How far a job is, for telling what is left. */
export function wayOf(job: Job, progress: Progress): Way {
  const { recordsRead } = progress;
  const bytes = bytesReached(progress);
  return { records: recordsRead, recordLimit: job.options.limit, bytes, bytesTotal: job.bytesTotal };
}

/** The job's column for each outcome. */
const COUNTERS: Readonly<Record<Outcome, string>> = {
  created: 'created',
  updated: 'updated',
  unchanged: 'unchanged',
  kept: 'kept',
  duplicate: 'duplicates',
  quarantined: 'quarantined',
  rejected: 'rejected',
};

/** Adds a job in state `queued`, notes in the log who asked for it, and returns its number. */
export async function createJob(
  knex: Knex,
  plan: WritePlan,
  kind: Job['kind'],
  options: JobOptions,
  { actor, now }: { readonly actor: string; readonly now: Date },
): Promise<number> {
  const type = typeOf(plan, IMPORT_JOB);
  return knex.transaction(async (trx) => {
    // Takes the write lock, so that two jobs never get the same number.
    await trx(type.table).where({ id: -1 }).update({ updated_at: now });
    const [id] = await allocateIds(trx, type.table, 1);
    if (id === undefined) throw new Error('No job number was allocated.');
    const system = {
      id,
      documentId: newDocumentId(),
      createdAt: now,
      updatedAt: now,
      publishedAt: now,
      locale: null,
    };
    const values = { kind, state: 'queued', paths: [...options.paths], options: { ...options } };
    const about = { importerVersion: plan.pluginVersion, heartbeatAt: now };
    const layout = layoutOf(type.columns);
    const rows = tableRows(type.table, layout.columns);
    pushRow(rows.cells, layout, { ...values, ...about }, system);
    await insertRows(trx, rows);
    const details = { kind, paths: options.paths, retryOf: options.retryOf };
    await addEvent(trx, plan, { kind: 'imported', actor, job: id, details }, now);
    return id;
  });
}

/** Reads one job; null where there is none of that number. */
export async function readJob(knex: Knex, plan: WritePlan, id: number): Promise<Job | null> {
  const [job] = await readJobs(knex, plan, { id });
  return job ?? null;
}

/** Reads jobs, newest first. */
export async function readJobs(
  knex: Knex,
  plan: WritePlan,
  where: {
    readonly id?: number;
    readonly states?: readonly JobState[];
    readonly announced?: boolean;
    readonly most?: number;
    readonly skip?: number;
  } = {},
): Promise<Job[]> {
  const type = typeOf(plan, IMPORT_JOB);
  const query = knex(type.table)
    .select('*')
    .orderBy('id', 'desc')
    .limit(where.most ?? 1000)
    .offset(where.skip ?? 0);
  if (where.id !== undefined) void query.where({ id: where.id });
  if (where.states !== undefined) void query.whereIn('state', where.states);
  if (where.announced !== undefined) void query.where({ announced: where.announced });
  const rows: Record<string, unknown>[] = await query;
  return rows.map((row) => jobOf((name) => row[type.columns[name]?.column ?? name] ?? null));
}

/** How many jobs there are. */
export async function countJobs(knex: Knex, plan: WritePlan): Promise<number> {
  const [row]: { count: number | string }[] = await knex(typeOf(plan, IMPORT_JOB).table).count({
    count: '*',
  });
  return Number(row?.count ?? 0);
}

function jobOf(cell: (name: string) => unknown): Job {
  const number = (name: string) => Number(cell(name) ?? 0);
  const tally: Record<Outcome, number> = { ...emptyTally() };
  for (const outcome of OUTCOMES) tally[outcome] = number(COUNTERS[outcome]);
  return {
    id: number('id'),
    kind: cell('kind') as Job['kind'],
    state: cell('state') as JobState,
    requested: cell('requested') as Job['requested'],
    reason: cell('reason') as string | null,
    options: fromJson(cell('options')) as JobOptions,
    tally,
    recordsRead: number('recordsRead'),
    filesTotal: number('filesTotal'),
    filesDone: number('filesDone'),
    bytesTotal: number('bytesTotal'),
    bytesDone: number('bytesDone'),
    checkpoint: fromJson(cell('checkpoint')) as Checkpoint | null,
    owner: cell('owner') as string | null,
    host: cell('host') as string | null,
    pid: cell('pid') === null ? null : number('pid'),
    heartbeatAt: timeOf(cell('heartbeatAt')),
    createdAt: timeOf(cell('createdAt')) ?? new Date(0),
    startedAt: timeOf(cell('startedAt')),
    endedAt: timeOf(cell('endedAt')),
    undone: fromJson(cell('undone')) as Job['undone'],
    expected: fromJson(cell('expected')) as Job['expected'],
    speed: fromJson(cell('speed')) as Job['speed'],
  };
}

/** The job's columns for how far it is. */
export function progressValues(progress: Progress): Record<string, Value> {
  const counters = OUTCOMES.map((outcome) => [COUNTERS[outcome], progress.tally[outcome]]);
  return {
    ...(Object.fromEntries(counters) as Record<string, number>),
    recordsRead: progress.recordsRead,
    filesDone: progress.filesDone,
    bytesDone: progress.bytesDone,
    checkpoint: progress.checkpoint === null ? null : { ...progress.checkpoint },
  };
}

/** Changes a job and returns how many rows fitted the condition: 0 or 1. */
export async function updateJob(
  knex: Knex,
  plan: WritePlan,
  id: number,
  values: Readonly<Record<string, Value>>,
  condition: {
    readonly owner?: string;
    readonly states?: readonly JobState[];
    readonly announced?: boolean;
  } = {},
): Promise<number> {
  const type = typeOf(plan, IMPORT_JOB);
  const cells: Record<string, ReturnType<typeof cellOf>> = {};
  for (const [name, value] of Object.entries(values)) {
    const column = type.columns[name];
    if (column) cells[column.column] = cellOf(column, value);
  }
  const query = knex(type.table).where({ id });
  if (condition.owner !== undefined) void query.where({ owner: condition.owner });
  if (condition.states !== undefined) void query.whereIn('state', condition.states);
  if (condition.announced !== undefined) void query.where({ announced: condition.announced });
  const changed: number = await query.update(cells);
  return changed;
}

/** A job that must be there. @throws Error where it is not, which is a bug */
export async function existingJob(knex: Knex, plan: WritePlan, id: number): Promise<Job> {
  const job = await readJob(knex, plan, id);
  if (!job) throw new Error(`There is no job ${id}.`);
  return job;
}
