import { setTimeout as wait } from 'node:timers/promises';

import type { Knex } from 'knex';

import { isPostgres } from '../write/allocate-ids';

/** How many records to commit together, so that nobody waits long for the write lock. */
export interface BatchSize {
  records(): number;
  /** Tells how long a batch took, in milliseconds. */
  took(records: number, milliseconds: number): void;
  /** Between two batches: time for a save that waits. */
  pause(): Promise<void>;
}

/** An editor's save waits for at most about one batch. In milliseconds. */
const LONGEST_BATCH = 150;
const FEWEST_RECORDS = 50;
/** Saves ask for the lock every few milliseconds; the gap is longer than that. */
const GAP = 6;

/** On SQLite batches are kept short and a gap is left between them; PostgreSQL locks rows, so nobody waits. */
export function batchSize(most: number, knex: Knex): BatchSize {
  if (isPostgres(knex)) {
    return { records: () => most, took: () => undefined, pause: () => Promise.resolve() };
  }
  const fewest = Math.min(FEWEST_RECORDS, most);
  let now = most;
  return {
    records: () => now,
    took(records, milliseconds) {
      if (records < fewest || milliseconds <= 0) return;
      const fitting = Math.round((records * LONGEST_BATCH) / milliseconds);
      // Half-way only: one slow commit is no reason for small batches.
      now = Math.max(fewest, Math.min(most, Math.round((now + fitting) / 2)));
    },
    pause: () => wait(GAP),
  };
}
