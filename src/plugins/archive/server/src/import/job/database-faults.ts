import { setTimeout as wait } from 'node:timers/promises';

import { JobStop } from './job-stop';

/**
 * The database is away or busy; it may be back in a moment (SQLSTATE classes 08 and 57P, Node's and SQLite's codes;
 * 3D000 and 55000: it is being restored or lets nobody in, 53300: too many connections).
 */
const PASSING = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
  'SQLITE_LOCKED',
  '57P01',
  '57P02',
  '57P03',
  '3D000',
  '53300',
  '55000',
  '08000',
  '08001',
  '08003',
  '08006',
  // A person deleted what was to be linked: known anew, it is not linked any more.
  'ARCHIVE_TARGET_GONE',
  '23503',
  '40001',
  '40P01',
]);

/** Nothing more can be stored until a person makes room. */
const FULL = new Set([
  'SQLITE_FULL',
  'SQLITE_IOERR_WRITE',
  'SQLITE_IOERR_SHMSIZE',
  '53100',
  'ENOSPC',
  'EDQUOT',
]);

const FORBIDDEN = new Set([
  'SQLITE_READONLY',
  'SQLITE_READONLY_DBMOVED',
  'SQLITE_READONLY_DIRECTORY',
  '25006',
  '42501',
]);

/** Waits between tries, in milliseconds: two minutes in all, long enough for a database to restart. */
const WAITS = [200, 500, 1000, 2000, 5000, 10_000, 15_000, 20_000, 30_000, 36_300];

/**
 * Runs `attempt`, again and again while the database is away, with longer and longer waits.
 * @throws JobStop (paused) when it stays away, when the disk is full or the database read-only.
 */
export async function withPatience<Result>(
  attempt: () => Promise<Result>,
  recover: () => Promise<void>,
  waits: readonly number[] = WAITS,
): Promise<Result> {
  for (let tries = 0; ; tries += 1) {
    try {
      if (tries > 0) await recover();
      return await attempt();
    } catch (error) {
      const pause = waits[tries];
      if (!isPassing(error) || pause === undefined) throw stopFor(error) ?? error;
      await wait(pause);
    }
  }
}

function stopFor(error: unknown): JobStop | null {
  const trouble = databaseTrouble(error);
  return trouble === null ? null : new JobStop('paused', `${trouble} Then resume.`);
}

/** What is wrong with the database and what a person can do; null where the error is about something else. */
export function databaseTrouble(error: unknown): string | null {
  const code = codeOf(error);
  if (FULL.has(code)) return `The disk of the database is full (${code}). Make room.`;
  if (FORBIDDEN.has(code)) return `The database may not be written (${code}). Give the right to write.`;
  if (isPassing(error)) return `The database does not answer (${code || 'no connection'}). Bring it back.`;
  return null;
}

/** Repeats what changes nothing when it is done twice. */
export function steadily<Result>(attempt: () => Promise<Result>): Promise<Result> {
  return withPatience(attempt, () => Promise.resolve());
}

/** `pg` gives a broken connection neither code nor class, and knex puts the statement before the message. */
const BROKEN_CONNECTION = [
  'Connection terminated',
  'Client has encountered a connection error',
  'Client was closed and is not queryable',
  'timeout expired',
];

function isPassing(error: unknown): boolean {
  if (PASSING.has(codeOf(error))) return true;
  if (!(error instanceof Error)) return false;
  if (error.name === 'KnexTimeoutError') return true;
  return codeOf(error) === '' && BROKEN_CONNECTION.some((message) => error.message.includes(message));
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}
