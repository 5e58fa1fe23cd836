import { setTimeout as wait } from 'node:timers/promises';

import type { Core } from '@strapi/strapi';

/** The part of knex's connection pool that tells whether anybody still works with the database. */
interface ConnectionPool {
  numUsed(): number;
  numPendingAcquires(): number;
  numPendingCreates(): number;
}

const QUIET_CHECKS = 3;
const CHECK_MS = 25;
const PATIENCE_MS = 10_000;

/**
 * Waits until no query has run for a moment. Strapi starts some work at boot and on publishing that it does not
 * await; closing the database under it rejects a promise that nobody handles, and jest blames the test at hand.
 */
export async function untilIdle(strapi: Core.Strapi): Promise<void> {
  const pool: ConnectionPool = strapi.db.connection.client.pool;
  let quiet = 0;
  for (let waited = 0; quiet < QUIET_CHECKS && waited < PATIENCE_MS; waited += CHECK_MS) {
    const busy = pool.numUsed() + pool.numPendingAcquires() + pool.numPendingCreates();
    quiet = busy === 0 ? quiet + 1 : 0;
    await wait(CHECK_MS);
  }
}
