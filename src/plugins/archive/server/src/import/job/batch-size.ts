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

/** An editor's save waits for at most about one batch: this long, in milliseconds, while people save ... */
const LONGEST_BESIDE = 150;
/** ... and this long for the first save after a while; large batches write each page of an index fewer times. */
const LONGEST_ALONE = 1000;
/** For so long after somebody else wrote, more saves are expected. */
const BESIDE = 20_000;
const FEWEST_RECORDS = 50;
/** Saves ask for the lock every few milliseconds; the gap is longer than that. */
const GAP = 6;

/**
 * On SQLite batches are kept short, shorter while others write, and a gap is left between them; PostgreSQL locks
 * rows, so nobody waits.
 */
export function batchSize(
  most: number,
  knex: Knex,
  clock: () => number = () => performance.now(),
): BatchSize {
  if (isPostgres(knex)) {
    return { records: () => most, took: () => undefined, pause: () => Promise.resolve() };
  }
  const fewest = Math.min(FEWEST_RECORDS, most);
  let now = most;
  let version: number | null = null;
  let othersAt = -Infinity;
  return {
    records: () => now,
    took(records, milliseconds) {
      if (records < fewest || milliseconds <= 0) return;
      const longest = clock() - othersAt < BESIDE ? LONGEST_BESIDE : LONGEST_ALONE;
      const fitting = Math.round((records * longest) / milliseconds);
      // Half-way only: one slow commit is no reason for small batches. Somebody who waits is one.
      const wanted = longest === LONGEST_BESIDE ? fitting : Math.round((now + fitting) / 2);
      now = Math.max(fewest, Math.min(most, wanted));
    },
    async pause() {
      await wait(GAP);
      const seen = await dataVersion(knex);
      if (version !== null && seen !== version) othersAt = clock();
      version = seen;
    },
  };
}

/** Changes whenever another connection committed something, never by this one's own commits. */
async function dataVersion(knex: Knex): Promise<number> {
  const [row]: { data_version: number }[] = await knex.raw('pragma data_version');
  return row?.data_version ?? 0;
}
